package dev.daybook.core.boundary;

import dev.daybook.ports.event.StoredEvent;
import java.util.List;

/**
 * What became of a command.
 *
 * @param <R> why it is rejected
 */
public sealed interface Decision<R> {

    /**
     * It was accepted, and what follows is in the log.
     *
     * @param stored the events with their positions, none if there was nothing to change
     * @param <R> why it is rejected
     */
    record Accepted<R>(List<StoredEvent> stored) implements Decision<R> {

        /** Takes a copy. */
        public Accepted {
            stored = List.copyOf(stored);
        }
    }

    /**
     * It was rejected; nothing was written.
     *
     * @param reason why
     * @param <R> why it is rejected
     */
    record Rejected<R>(R reason) implements Decision<R> {}

    /**
     * Others have kept changing what it relies on; nothing was written.
     *
     * @param position of the event that came last in its way
     * @param attempts how many times it was tried
     * @param <R> why it is rejected
     */
    record Conflict<R>(long position, int attempts) implements Decision<R> {}
}
