package dev.daybook.core.projection;

import java.util.Optional;

/**
 * A fold over the log that keeps a state for each key. Pure: it has no port, no clock, no randomness and no I/O.
 *
 * @param <S> the state of a key, immutable
 * @param <E> the events
 */
public interface Projection<S, E> {

    /**
     * What the view is called.
     *
     * @return 1 to 200 characters, the same for good
     */
    String name();

    /**
     * The version of the fold, to be raised when the same events shall give other states. Each version has a view of its own.
     *
     * @return a number from 1, which it is unless overridden
     */
    default int version() {
        return 1;
    }

    /**
     * The class of the events it is given; of all others it is told nothing.
     *
     * @return the sealed interface above them, or the one record; {@link dev.daybook.ports.event.StoredEvent} for every event of the log as
     *     it is stored, of whatever type
     */
    Class<E> eventClass();

    /**
     * The class of the states, as they are stored.
     *
     * @return the class of every state
     */
    Class<S> stateClass();

    /**
     * The state of a key of which nothing has been told.
     *
     * @return where each key begins
     */
    S initial();

    /**
     * Which key an event changes.
     *
     * @param event the event
     * @return 1 to 255 characters, or nothing if the view does not care
     */
    Optional<String> key(Recorded<E> event);

    /**
     * The state after an event.
     *
     * @param state of the event's key
     * @param event the event
     * @return the changed state
     */
    S apply(S state, Recorded<E> event);

    /**
     * What the rows of the view can be ordered and searched by, beside their keys.
     *
     * @param state the state of a key
     * @return up to 255 characters, compared as text; none unless overridden
     */
    default String sort(S state) {
        return "";
    }
}
