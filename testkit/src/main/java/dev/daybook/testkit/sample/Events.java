package dev.daybook.testkit.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.daybook.ports.event.EventIds;
import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.EventLog;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.storage.Fault;
import dev.daybook.ports.storage.Storage;
import dev.daybook.ports.storage.StorageException;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Events for tests, each with an id of its own, and what a log has. */
public final class Events {

    /** When they all have happened. */
    public static final Instant WHEN = Instant.parse("2026-03-01T12:00:00.123456Z");

    private static final EventIds IDS = new EventIds();

    private Events() {}

    /**
     * An event of type {@code order_placed}.
     *
     * @param aggregateId whose it is
     * @return a new event
     */
    public static NewEvent event(String aggregateId) {
        return event(aggregateId, "order_placed");
    }

    /**
     * An event.
     *
     * @param aggregateId whose it is
     * @param type the name of its type
     * @return a new event
     */
    public static NewEvent event(String aggregateId, String type) {
        return NewEvent.of(IDS.next(), aggregateId, EventType.of(type), Payload.json("{\"quantity\":5}"), WHEN);
    }

    /**
     * An event of type {@code order_placed}.
     *
     * @param aggregateId whose it is
     * @param payload what it says
     * @return a new event
     */
    public static NewEvent event(String aggregateId, Payload payload) {
        return event(aggregateId, payload, WHEN);
    }

    /**
     * An event of type {@code order_placed}.
     *
     * @param aggregateId whose it is
     * @param payload what it says
     * @param when when it has happened
     * @return a new event
     */
    public static NewEvent event(String aggregateId, Payload payload, Instant when) {
        return NewEvent.of(IDS.next(), aggregateId, EventType.of("order_placed"), payload, when);
    }

    /**
     * An append of one event.
     *
     * @param aggregateId whose it is
     * @return a new append
     */
    public static Append append(String aggregateId) {
        return Append.of(event(aggregateId));
    }

    /**
     * An append of some events.
     *
     * @param aggregateId whose they are
     * @param count how many
     * @return a new append
     */
    public static Append append(String aggregateId, int count) {
        return Append.of(
                IntStream.range(0, count).mapToObj(n -> event(aggregateId)).toList());
    }

    /**
     * What a log has.
     *
     * @param log the log
     * @return every event, in order
     */
    public static List<StoredEvent> all(EventLog log) {
        return read(log, Query.all(), Range.all());
    }

    /**
     * Some of what a log has.
     *
     * @param log the log
     * @param query which events
     * @param range from where to where
     * @return the events, in the order of the range
     */
    public static List<StoredEvent> read(EventLog log, Query query, Range range) {
        try (EventCursor cursor = log.read(query, range)) {
            return cursor.stream().toList();
        }
    }

    /**
     * What a log has, and that it keeps what every log promises, whatever has happened to it: positions without a gap, and each id
     * once.
     *
     * @param storage the storage of the log
     * @return every event, in order
     */
    public static List<StoredEvent> allInOrder(Storage storage) {
        List<StoredEvent> all = all(storage.log());
        assertThat(all)
                .extracting(StoredEvent::position)
                .isEqualTo(LongStream.rangeClosed(1, all.size()).boxed().toList());
        assertThat(all).extracting(StoredEvent::id).doesNotHaveDuplicates();
        return all;
    }

    /**
     * That a call ends with a fault.
     *
     * @param fault of which kind
     * @param words what its message says among other things
     * @param call what is called
     * @return the fault
     */
    public static StorageException assertFault(Fault fault, String words, ThrowingCallable call) {
        StorageException thrown = catchThrowableOfType(StorageException.class, call);
        assertThat(thrown).as("a fault of kind %s", fault).isNotNull().hasMessageContaining(words);
        assertThat(thrown.fault()).as(thrown.getMessage()).isEqualTo(fault);
        return thrown;
    }
}
