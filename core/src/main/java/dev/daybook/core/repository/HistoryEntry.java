package dev.daybook.core.repository;

import dev.daybook.ports.event.StoredEvent;
import java.util.List;

/**
 * One step in an aggregate's history.
 *
 * @param stored what the log has
 * @param events the same as today's events; several or none if it was brought up to date that way
 * @param state the state after it
 * @param <S> the state
 * @param <E> the events
 */
public record HistoryEntry<S, E>(StoredEvent stored, List<E> events, S state) {

    /** Takes a copy. */
    public HistoryEntry {
        events = List.copyOf(events);
    }
}
