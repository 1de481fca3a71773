package dev.daybook.core.projection;

import dev.daybook.ports.view.SortKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what a projection has kept. Safe for concurrent use.
 *
 * @param <S> the state of a key
 */
public sealed interface View<S> permits RowsView, ServedView {

    /**
     * A key and its state.
     *
     * @param key the key
     * @param sort what it is ordered by
     * @param state the state
     * @param <S> the state of a key
     */
    record Entry<S>(String key, String sort, S state) {}

    /**
     * The state of a key.
     *
     * @param key the key
     * @return its state, if any event has told of it
     */
    Optional<S> find(String key);

    /**
     * The states of several keys.
     *
     * @param keys any number of keys
     * @return the states of those that any event has told of
     */
    Map<String, S> find(Set<String> keys);

    /**
     * The next entries in the order of their keys.
     *
     * @param afterKey those behind this key, not it; empty for the first
     * @param limit how many at most
     * @return the entries
     */
    List<Entry<S>> page(String afterKey, int limit);

    /**
     * The next entries in the order of what the projection sorts them by.
     *
     * @param after those behind this place
     * @param toSort those that are sorted by this at most
     * @param limit how many at most
     * @return the entries
     */
    List<Entry<S>> sorted(SortKey after, String toSort, int limit);
}
