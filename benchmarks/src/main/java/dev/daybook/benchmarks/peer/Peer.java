package dev.daybook.benchmarks.peer;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** A store of events under measurement, through its public API. An aggregate has one writer at a time; several may write at once. */
public interface Peer extends AutoCloseable {

    /**
     * Stores events in one step, encoded, and refuses them if the aggregate has come further than expected, where the store has a
     * way to say so. They are as durable as the engine is set to make a commit when it returns.
     *
     * @param aggregate whose events
     * @param first the sequence of the first of them, from 1
     * @param events what to store, at least one
     * @throws Exception if they are not stored
     */
    void append(String aggregate, long first, List<BookEvent> events) throws Exception;

    /**
     * Reads an aggregate's events from the first one on, decodes them and folds them.
     *
     * @param aggregate whose events
     * @param initial the state before the first
     * @param fold what an event does to the state
     * @param <S> what a state is
     * @return the state behind the last
     * @throws Exception if it cannot be read
     */
    <S> S replay(String aggregate, S initial, BiFunction<S, BookEvent, S> fold) throws Exception;

    /**
     * Reads the whole log from its beginning, decoded, in the order in which a projection would be given it.
     *
     * @param each takes the events
     * @throws Exception if it cannot be read
     */
    void readAll(Consumer<BookEvent> each) throws Exception;

    /**
     * Whether it keeps a view of its log in the same database.
     *
     * @return true if {@link #follow} can be called
     */
    default boolean keepsViews() {
        return false;
    }

    /**
     * Builds a view from the beginning of the log: for the last three digits of each trade's id, how many trades there were and their
     * quantity. The view and how far it has come are committed together.
     *
     * @param name another one for each view
     * @param events how many are in the log; it returns when all are in the view
     * @throws Exception if it cannot be built
     */
    default void follow(String name, int events) throws Exception {
        throw new UnsupportedOperationException("keeps no views");
    }

    @Override
    void close();
}
