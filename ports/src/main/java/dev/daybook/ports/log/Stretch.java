package dev.daybook.ports.log;

import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.event.Timestamps;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Events as a log has them, one position behind the other, to stand in another log just as they stand there.
 *
 * @param events at least one, in position order, without a gap
 */
public record Stretch(List<StoredEvent> events) {

    /**
     * Checks that a log could have them so.
     *
     * @throws IllegalArgumentException if there are no events, or if positions do not count up one by one from at least 1, sequences
     *     do not count up in their aggregate, recordedAt decreases or is finer than a microsecond, or two events bear one id
     */
    public Stretch {
        events = List.copyOf(events);
        if (events.isEmpty()) {
            throw new IllegalArgumentException("a stretch without events; give at least one");
        }
        Set<UUID> ids = new HashSet<>();
        Map<String, Long> sequences = new HashMap<>();
        StoredEvent before = null;
        for (StoredEvent event : events) {
            Long sequence = sequences.put(event.aggregateId(), event.sequence());
            if (before != null) {
                require(event.position() == before.position() + 1, event, "position follows on " + before.position());
                require(!event.recordedAt().isBefore(before.recordedAt()), event, "recordedAt does not decrease");
            }
            require(event.position() > 0 && event.sequence() > 0, event, "position and sequence count from 1");
            require(
                    event.recordedAt().equals(Timestamps.normal(event.recordedAt())),
                    event,
                    "recordedAt is to the microsecond");
            require(sequence == null || event.sequence() == sequence + 1, event, "sequence follows on " + sequence);
            require(ids.add(event.id()), event, "id is not that of another event in the stretch");
            before = event;
        }
    }

    /**
     * Where it begins.
     *
     * @return the position of the first event
     */
    public long firstPosition() {
        return events.getFirst().position();
    }

    /**
     * Where it ends.
     *
     * @return the position of the last event
     */
    public long lastPosition() {
        return events.getLast().position();
    }

    private static void require(boolean holds, StoredEvent event, String what) {
        if (!holds) {
            throw new IllegalArgumentException("the event at position " + event.position() + " (sequence "
                    + event.sequence() + " of " + event.aggregateId() + ", id " + event.id()
                    + ") is not as a log has it: expected that its " + what
                    + ". Give events as they were read from one log, in position order");
        }
    }
}
