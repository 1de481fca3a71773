package dev.daybook.core.projection;

import dev.daybook.ports.codec.StateCodec;
import dev.daybook.ports.view.SortKey;
import dev.daybook.ports.view.ViewRow;
import dev.daybook.ports.view.Views;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what a projection has kept. Safe for concurrent use.
 *
 * @param <S> the state of a key
 */
public final class View<S> {

    /**
     * A key and its state.
     *
     * @param key the key
     * @param sort what it is ordered by
     * @param state the state
     * @param <S> the state of a key
     */
    public record Entry<S>(String key, String sort, S state) {}

    private final String name;
    private final Class<S> stateClass;
    private final Views views;
    private final StateCodec states;

    View(String name, Class<S> stateClass, Views views, StateCodec states) {
        this.name = name;
        this.stateClass = stateClass;
        this.views = views;
        this.states = states;
    }

    /**
     * The state of a key.
     *
     * @param key the key
     * @return its state, if any event has told of it
     */
    public Optional<S> find(String key) {
        return views.find(name, key).map(row -> entry(row).state());
    }

    /**
     * The states of several keys.
     *
     * @param keys any number of keys
     * @return the states of those that any event has told of
     */
    public Map<String, S> find(Set<String> keys) {
        Map<String, S> found = new HashMap<>();
        views.find(name, keys).forEach((key, row) -> found.put(key, entry(row).state()));
        return found;
    }

    /**
     * The next entries in the order of their keys.
     *
     * @param afterKey those behind this key, not it; empty for the first
     * @param limit how many at most
     * @return the entries
     */
    public List<Entry<S>> page(String afterKey, int limit) {
        return views.page(name, afterKey, limit).stream().map(this::entry).toList();
    }

    /**
     * The next entries in the order of what the projection sorts them by.
     *
     * @param after those behind this place
     * @param toSort those that are sorted by this at most
     * @param limit how many at most
     * @return the entries
     */
    public List<Entry<S>> sorted(SortKey after, String toSort, int limit) {
        return views.sorted(name, after, toSort, limit).stream()
                .map(this::entry)
                .toList();
    }

    private Entry<S> entry(ViewRow row) {
        return new Entry<>(row.key(), row.sort(), states.decodeState(row.state(), stateClass));
    }
}
