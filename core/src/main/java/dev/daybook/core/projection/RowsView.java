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
import java.util.stream.Stream;

/** The rows of one version of a view. */
final class RowsView<S> implements View<S> {

    private final String name;
    private final Class<S> stateClass;
    private final Views views;
    private final StateCodec states;

    RowsView(String name, Class<S> stateClass, Views views, StateCodec states) {
        this.name = name;
        this.stateClass = stateClass;
        this.views = views;
        this.states = states;
    }

    @Override
    public Optional<S> find(String key) {
        return views.find(name, key).map(row -> entry(row).state());
    }

    @Override
    public Map<String, S> find(Set<String> keys) {
        Map<String, S> found = new HashMap<>();
        views.find(name, keys).forEach((key, row) -> found.put(key, entry(row).state()));
        return found;
    }

    @Override
    public List<Entry<S>> page(String afterKey, int limit) {
        return views.page(name, afterKey, limit).stream().map(this::entry).toList();
    }

    /** Every entry in the order of the keys. */
    Stream<Entry<S>> all() {
        return views.all(name).map(this::entry);
    }

    @Override
    public List<Entry<S>> sorted(SortKey after, String toSort, int limit) {
        return views.sorted(name, after, toSort, limit).stream()
                .map(this::entry)
                .toList();
    }

    private Entry<S> entry(ViewRow row) {
        return new Entry<>(row.key(), row.sort(), states.decodeState(row.state(), stateClass));
    }
}
