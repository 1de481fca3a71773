package dev.daybook.testkit.history;

import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.AppendResult;
import dev.daybook.ports.log.Condition;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.testkit.time.SettableClock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;

/** A history written by hand: a log of one aggregate, and operations at the times they are given. */
final class Past {

    static final String ID = "order_1";

    private final List<Operation> operations = new ArrayList<>();
    private final List<StoredEvent> log = new ArrayList<>();

    static NewEvent event(long n) {
        return NewEvent.of(new UUID(0, n), ID, EventType.of("order_placed"), Payload.json("{}"), SettableClock.START);
    }

    static StoredEvent stored(long position) {
        return new StoredEvent(position, position, SettableClock.START, event(position));
    }

    static List<StoredEvent> stored(long from, long to) {
        return LongStream.rangeClosed(from, to).mapToObj(Past::stored).toList();
    }

    /** The log has so many events at the end. */
    Past log(long events) {
        log.addAll(stored(1, events));
        return this;
    }

    Past inTheLog(StoredEvent event) {
        log.add(event);
        return this;
    }

    Past appended(String name, long start, long end, long from, long to, Condition... conditions) {
        List<NewEvent> events =
                stored(from, to).stream().map(StoredEvent::event).toList();
        return answered(
                name, start, end, new Append(events, List.of(conditions)), new AppendResult.Stored(stored(from, to)));
    }

    Past answered(String name, long start, long end, Append append, AppendResult result) {
        operations.add(new Operation.Appended(name, start, end, append, result));
        return this;
    }

    Past unanswered(String name, long start, long... events) {
        List<NewEvent> all = LongStream.of(events).mapToObj(Past::event).toList();
        operations.add(new Operation.Unanswered(name, start, Append.of(all)));
        return this;
    }

    Past conflicted(String name, long start, long end, Condition condition, long found) {
        return answered(
                name,
                start,
                end,
                Append.of(event(1_000)).onlyIf(condition),
                new AppendResult.Conflict(condition, found));
    }

    Past read(String name, long start, long end, Range range, List<StoredEvent> found) {
        operations.add(new Operation.Read(name, start, end, Query.all(), range, found));
        return this;
    }

    Past head(String name, long start, long end, long position) {
        operations.add(new Operation.Head(name, start, end, position));
        return this;
    }

    List<String> anomalies() {
        return HistoryChecker.anomalies(operations, log);
    }
}
