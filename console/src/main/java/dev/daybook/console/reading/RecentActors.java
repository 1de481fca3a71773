package dev.daybook.console.reading;

import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.EventLog;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Who has brought about the newest events. Each call reads those alone that have come since the last one. */
final class RecentActors {

    private static final int NEWEST = 10_000;
    private static final String NOBODY = "";

    private final EventLog log;
    private final Deque<String> newest = new ArrayDeque<>(NEWEST);
    private final Map<String, Long> counts = new HashMap<>();
    private long position;

    RecentActors(EventLog log) {
        this.log = log;
    }

    synchronized Map<String, Long> counts() {
        long head = log.head();
        Range missing = Range.all().after(Math.max(position, head - NEWEST)).upTo(head);
        try (EventCursor events = log.read(Query.all(), missing)) {
            events.forEachRemaining(event -> add(event.metadata().actor().orElse(NOBODY)));
        }
        position = head;
        return Map.copyOf(counts);
    }

    private void add(String actor) {
        if (newest.size() == NEWEST) {
            String oldest = newest.removeFirst();
            counts.computeIfPresent(oldest, (any, count) -> count == 1 ? null : count - 1);
        }
        newest.addLast(actor);
        if (!actor.equals(NOBODY)) {
            counts.merge(actor, 1L, Long::sum);
        }
    }
}
