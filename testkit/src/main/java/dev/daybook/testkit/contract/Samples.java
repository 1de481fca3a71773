package dev.daybook.testkit.contract;

import dev.daybook.ports.event.EventIds;
import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Payload;
import dev.daybook.testkit.time.SettableClock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Events to append when a test does not care for more than what it names. */
final class Samples {

    static final Payload PAYLOAD = Payload.json("{\"quantity\":\"1.50\"}");

    private static final EventIds IDS = new EventIds();

    private Samples() {}

    static UUID id() {
        return IDS.next();
    }

    static NewEvent event(String aggregateId) {
        return event(aggregateId, "order_placed");
    }

    static NewEvent event(String aggregateId, String type) {
        return NewEvent.of(id(), aggregateId, EventType.of(type), PAYLOAD, SettableClock.START);
    }

    static NewEvent event(String aggregateId, Payload payload) {
        return NewEvent.of(id(), aggregateId, EventType.of("order_placed"), payload, SettableClock.START);
    }

    static NewEvent event(String aggregateId, Instant timestamp) {
        return NewEvent.of(id(), aggregateId, EventType.of("order_placed"), PAYLOAD, timestamp);
    }

    static List<NewEvent> events(int count, String aggregateId) {
        return IntStream.range(0, count).mapToObj(n -> event(aggregateId)).toList();
    }
}
