package dev.daybook.testkit.contract;

import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.AppendResult;
import dev.daybook.ports.log.Condition;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.EventLog;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import java.util.List;

/** An aggregate whose every event holds one more than the event before: any lost update shows as a number repeated. */
final class Counter {

    static final String ID = "counter";

    private Counter() {}

    /** Reads the last value and writes the next, until nobody came between. */
    static void countOn(EventLog log) {
        boolean stored = false;
        while (!stored) {
            List<StoredEvent> last = last(log);
            long sequence = last.isEmpty() ? 0 : last.getFirst().sequence();
            long value = last.isEmpty() ? 0 : value(last.getFirst());
            Append append = Append.of(Samples.event(ID, Payload.json(String.valueOf(value + 1))))
                    .onlyIf(Condition.expectedSequence(ID, sequence));
            stored = log.append(append) instanceof AppendResult.Stored;
        }
    }

    static long value(StoredEvent event) {
        return Long.parseLong(event.payload().text());
    }

    private static List<StoredEvent> last(EventLog log) {
        try (EventCursor cursor =
                log.read(Query.aggregate(ID), Range.newestFirst().limit(1))) {
            return cursor.stream().toList();
        }
    }
}
