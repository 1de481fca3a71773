package dev.daybook.core.fold;

/**
 * A state made from events, one after the other. Pure: the same events give the same state, whenever and wherever.
 *
 * @param <S> the state, immutable
 * @param <E> the events
 */
public interface Fold<S, E> {

    /**
     * The state before the first event.
     *
     * @return the same value at every call
     */
    S initial();

    /**
     * The state after one more event.
     *
     * @param state the state before; not changed
     * @param event what happened
     * @return the state after
     */
    S apply(S state, E event);

    /**
     * The state after several events.
     *
     * @param state the state before; not changed
     * @param events what happened, oldest first
     * @return the state after
     */
    default S applyAll(S state, Iterable<? extends E> events) {
        S folded = state;
        for (E event : events) {
            folded = apply(folded, event);
        }
        return folded;
    }
}
