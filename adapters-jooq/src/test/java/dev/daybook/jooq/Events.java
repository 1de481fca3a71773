package dev.daybook.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.daybook.ports.event.EventIds;
import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.storage.Fault;
import dev.daybook.ports.storage.Storage;
import dev.daybook.ports.storage.StorageException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Events for tests, and what a log has. */
final class Events {

    static final Instant WHEN = Instant.parse("2026-03-01T12:00:00.123456Z");

    private static final EventIds IDS = new EventIds();

    private Events() {}

    static NewEvent event(String aggregateId) {
        return event(aggregateId, Payload.json("{\"quantity\":5}"));
    }

    static NewEvent event(String aggregateId, Payload payload) {
        return NewEvent.of(IDS.next(), aggregateId, EventType.of("order_placed"), payload, WHEN);
    }

    static Append append(String aggregateId) {
        return Append.of(event(aggregateId));
    }

    static List<StoredEvent> all(Storage storage) {
        try (EventCursor cursor = storage.log().read(Query.all(), Range.all())) {
            return cursor.stream().toList();
        }
    }

    /** What every log promises, whatever has happened to it: positions and sequences without a gap, and each id once. */
    static List<StoredEvent> allInOrder(Storage storage) {
        List<StoredEvent> all = all(storage);
        List<Long> expected = new ArrayList<>();
        for (long position = 1; position <= all.size(); position++) {
            expected.add(position);
        }
        assertThat(all).extracting(StoredEvent::position).isEqualTo(expected);
        assertThat(all).extracting(StoredEvent::id).doesNotHaveDuplicates();
        return all;
    }

    static StorageException assertFault(Fault fault, String words, ThrowingCallable call) {
        StorageException thrown = catchThrowableOfType(StorageException.class, call);
        assertThat(thrown).as("a fault of kind %s", fault).isNotNull().hasMessageContaining(words);
        assertThat(thrown.fault()).as(thrown.getMessage()).isEqualTo(fault);
        return thrown;
    }
}
