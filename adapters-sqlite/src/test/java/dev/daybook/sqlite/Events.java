package dev.daybook.sqlite;

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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Events for tests, and what a log has. */
final class Events {

    static final Instant WHEN = Instant.parse("2026-03-01T12:00:00.123456Z");

    private static final EventIds IDS = new EventIds();

    private Events() {}

    static NewEvent event(String aggregateId) {
        return event(aggregateId, "order_placed");
    }

    static NewEvent event(String aggregateId, String type) {
        return NewEvent.of(IDS.next(), aggregateId, EventType.of(type), Payload.json("{\"quantity\":5}"), WHEN);
    }

    static Append append(String aggregateId) {
        return Append.of(event(aggregateId));
    }

    /** One append of so many events. */
    static Append append(String aggregateId, int count) {
        List<NewEvent> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(event(aggregateId));
        }
        return Append.of(events);
    }

    static List<StoredEvent> all(EventLog log) {
        return read(log, Query.all(), Range.all());
    }

    static List<StoredEvent> read(EventLog log, Query query, Range range) {
        try (EventCursor cursor = log.read(query, range)) {
            return cursor.stream().toList();
        }
    }
}
