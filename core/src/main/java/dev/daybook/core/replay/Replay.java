package dev.daybook.core.replay;

import dev.daybook.core.fold.Fold;
import dev.daybook.ports.codec.CodecException;
import dev.daybook.ports.codec.EventCodec;
import dev.daybook.ports.codec.UnknownEventException;
import dev.daybook.ports.event.StoredEvent;
import java.util.List;

/**
 * A fold over stored events: decodes each, in today's classes, and applies it. Safe for concurrent use.
 *
 * @param <S> the state
 * @param <E> the events
 */
public final class Replay<S, E> {

    private final Fold<S, E> fold;
    private final Class<E> eventClass;
    private final EventCodec codec;

    /**
     * From a fold and what decodes its events.
     *
     * @param fold what to fold
     * @param eventClass what every event of it is an instance of
     * @param codec decodes the events
     */
    public Replay(Fold<S, E> fold, Class<E> eventClass, EventCodec codec) {
        this.fold = fold;
        this.eventClass = eventClass;
        this.codec = codec;
    }

    /**
     * The state before the first event.
     *
     * @return the fold's initial state
     */
    public S initial() {
        return fold.initial();
    }

    /**
     * The state after one more stored event, which can be several of the fold's events, or none.
     *
     * @param state the state before
     * @param stored what the log has
     * @return the state after
     * @throws ReplayException if it cannot be decoded, or the fold fails
     */
    public S apply(S state, StoredEvent stored) {
        S folded = state;
        for (Object event : decoded(stored)) {
            folded = applyOne(folded, typed(event, stored), stored);
        }
        return folded;
    }

    /**
     * The state after events that {@link #decode} gave.
     *
     * @param state the state before
     * @param events the fold's events in a stored one
     * @param stored what the log has
     * @return the state after
     * @throws ReplayException if the fold fails
     */
    public S apply(S state, List<E> events, StoredEvent stored) {
        S folded = state;
        for (E event : events) {
            folded = applyOne(folded, event, stored);
        }
        return folded;
    }

    /**
     * The fold's events in a stored one.
     *
     * @param stored what the log has
     * @return the events, in order
     * @throws ReplayException if it cannot be decoded
     */
    public List<E> decode(StoredEvent stored) {
        return decoded(stored).stream().map(event -> typed(event, stored)).toList();
    }

    private S applyOne(S state, E event, StoredEvent stored) {
        try {
            return fold.apply(state, event);
        } catch (RuntimeException failure) {
            throw new ReplayException(
                    stored,
                    "apply of " + fold.getClass().getName() + " failed with " + failure
                            + "; apply must take every event that decide has ever given",
                    failure);
        }
    }

    private List<Object> decoded(StoredEvent stored) {
        try {
            return codec.decode(stored.type(), stored.payload());
        } catch (UnknownEventException unknown) {
            throw new ReplayException(
                    stored,
                    "its type is not registered; register a class for it, or an upcaster that drops it. "
                            + unknown.getMessage(),
                    unknown);
        } catch (CodecException unreadable) {
            throw new ReplayException(
                    stored,
                    "its content cannot be read; give the changed type a new version and an upcaster. "
                            + unreadable.getMessage(),
                    unreadable);
        }
    }

    private E typed(Object event, StoredEvent stored) {
        if (eventClass.isInstance(event)) {
            return eventClass.cast(event);
        }
        throw new ReplayException(
                stored,
                "it is a " + event.getClass().getName() + ", which is not a " + eventClass.getName()
                        + "; give each kind of aggregate ids of its own, such as order_123",
                null);
    }
}
