package dev.daybook.ports.codec;

import dev.daybook.ports.event.Payload;

/** Between a fold's state and what a snapshot stores. Safe for concurrent use. */
public interface StateCodec {

    /**
     * Writes a state.
     *
     * @param state a fold's state
     * @return its content
     * @throws CodecException if it cannot be written
     */
    Payload encodeState(Object state);

    /**
     * Reads a state.
     *
     * @param payload what was written
     * @param stateClass the class of the state
     * @param <S> the state
     * @return a state equal to the one written
     * @throws CodecException if the content does not fit
     */
    <S> S decodeState(Payload payload, Class<S> stateClass);
}
