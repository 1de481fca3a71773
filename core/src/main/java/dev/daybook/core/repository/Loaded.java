package dev.daybook.core.repository;

import java.time.Instant;

/**
 * An aggregate as it is or was.
 *
 * @param aggregateId the aggregate
 * @param state its state
 * @param sequence the sequence of the last event in the state, 0 if there is none
 * @param latest the latest timestamp of the events in the state, {@link dev.daybook.ports.event.Timestamps#EARLIEST} if there
 *     is none
 * @param <S> the state
 */
public record Loaded<S>(String aggregateId, S state, long sequence, Instant latest) {

    /**
     * Whether anything has happened to it.
     *
     * @return false before its first event
     */
    public boolean exists() {
        return sequence > 0;
    }
}
