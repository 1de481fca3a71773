package dev.daybook.core.repository;

import dev.daybook.ports.event.StoredEvent;
import java.util.List;

/**
 * What became of a command.
 *
 * @param <S> the aggregate's state
 * @param <E> its events
 * @param <R> why it rejects
 */
public sealed interface ExecuteResult<S, E, R> {

    /**
     * It was accepted, and its events are in the log.
     *
     * @param events what was decided, oldest first
     * @param stored the same as the log has them, with positions and sequences
     * @param state the state after them
     * @param sequence the sequence of the last event in the state
     * @param <S> the aggregate's state
     * @param <E> its events
     * @param <R> why it rejects
     */
    record Stored<S, E, R>(List<E> events, List<StoredEvent> stored, S state, long sequence)
            implements ExecuteResult<S, E, R> {}

    /**
     * It was accepted, and there is nothing to change.
     *
     * @param state the state as it is
     * @param sequence the sequence of the last event in the state
     * @param <S> the aggregate's state
     * @param <E> its events
     * @param <R> why it rejects
     */
    record NothingToDo<S, E, R>(S state, long sequence) implements ExecuteResult<S, E, R> {}

    /**
     * The aggregate rejected it; nothing was written.
     *
     * @param reason why
     * @param <S> the aggregate's state
     * @param <E> its events
     * @param <R> why it rejects
     */
    record Rejected<S, E, R>(R reason) implements ExecuteResult<S, E, R> {}

    /**
     * The aggregate was not, or did not stay, where it was expected to be; nothing was written.
     *
     * @param aggregateId the aggregate
     * @param expected the sequence it was expected at
     * @param found the sequence it was found at
     * @param attempts how many times it was tried
     * @param <S> the aggregate's state
     * @param <E> its events
     * @param <R> why it rejects
     */
    record Conflict<S, E, R>(String aggregateId, long expected, long found, int attempts)
            implements ExecuteResult<S, E, R> {

        /**
         * The conflict in words.
         *
         * @return what was expected and what was found
         */
        public String describe() {
            return "expected " + aggregateId + " at sequence " + expected + ", found it at " + found + " (attempts: "
                    + attempts + ")";
        }
    }
}
