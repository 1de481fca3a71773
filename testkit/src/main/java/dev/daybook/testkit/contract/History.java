package dev.daybook.testkit.contract;

import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.Metadata;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.event.Tag;
import dev.daybook.testkit.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What another log has recorded: three aggregates in turn, a second from one event to the next, recorded years ago. */
final class History {

    static final Instant BEGIN = SettableClock.START.minus(Duration.ofDays(1_000));

    private static final int AGGREGATES = 3;

    private History() {}

    static List<StoredEvent> of(int count) {
        List<StoredEvent> events = new ArrayList<>();
        Map<String, Long> sequences = new HashMap<>();
        for (int n = 1; n <= count; n++) {
            NewEvent event = event(n);
            long sequence = sequences.merge(event.aggregateId(), 1L, Long::sum);
            events.add(new StoredEvent(n, sequence, BEGIN.plusSeconds(n), event));
        }
        return events;
    }

    private static NewEvent event(int n) {
        NewEvent event = NewEvent.of(
                Samples.id(),
                "order_" + n % AGGREGATES,
                new EventType("order_placed", 1 + n % 2),
                Payload.of(n % 2 == 0 ? Payload.JSON : "text/plain", new byte[] {(byte) n, 0}),
                BEGIN.minusSeconds(n));
        Metadata metadata = Metadata.by("alice")
                .withCorrelationId("work_" + n)
                .withCausationId("cause_" + n)
                .with("desk", "");
        return n % 5 == 0 ? event.with(metadata).tagged(Tag.of("fifth", "yes"), Tag.of("number", "" + n)) : event;
    }

    /** The same event, recorded at another time. */
    static StoredEvent recorded(StoredEvent event, Instant recordedAt) {
        return new StoredEvent(event.position(), event.sequence(), recordedAt, event.event());
    }

    /** The same event, handed over otherwise. */
    static StoredEvent with(StoredEvent event, NewEvent other) {
        return new StoredEvent(event.position(), event.sequence(), event.recordedAt(), other);
    }
}
