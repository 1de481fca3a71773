package dev.daybook.core.projection;

import dev.daybook.core.projection.Projecting.Keyed;
import dev.daybook.ports.codec.StateCodec;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.view.InlineFold;
import dev.daybook.ports.view.RowChange;
import dev.daybook.ports.view.ViewRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A projection as a storage folds it inline. */
final class ProjectionFold<S, E> implements InlineFold {

    private final StoredView<S, E> stored;
    private final Projection<S, E> projection;
    private final StateCodec states;
    private final List<RowChange> beginning;

    ProjectionFold(StoredView<S, E> stored, StateCodec states, List<RowChange> beginning) {
        this.stored = stored;
        this.projection = stored.projection();
        this.states = states;
        this.beginning = beginning;
    }

    @Override
    public String name() {
        return stored.name();
    }

    @Override
    public Query query() {
        return stored.query();
    }

    @Override
    public List<RowChange> beginning() {
        return beginning;
    }

    @Override
    public Step step(List<StoredEvent> events) {
        List<Keyed<E>> keyed = new ArrayList<>();
        events.forEach(event -> keyed.addAll(stored.projecting().keyed(event)));
        return new Keys(keyed);
    }

    /** Events by the keys that they change. */
    private final class Keys implements Step {

        private final List<Keyed<E>> events;

        Keys(List<Keyed<E>> events) {
            this.events = events;
        }

        @Override
        public Set<String> keys() {
            return events.stream().map(Keyed::key).collect(Collectors.toSet());
        }

        @Override
        public List<RowChange> changes(Map<String, ViewRow> rows) {
            Map<String, S> changed = new LinkedHashMap<>();
            for (Keyed<E> event : events) {
                S before = changed.get(event.key());
                changed.put(
                        event.key(),
                        stored.projecting().next(before == null ? state(rows, event.key()) : before, event));
            }
            List<RowChange> changes = new ArrayList<>(changed.size());
            changed.forEach((key, state) -> changes.add(new RowChange.Put(
                    stored.name(), new ViewRow(key, projection.sort(state), states.encodeState(state)))));
            return changes;
        }

        private S state(Map<String, ViewRow> rows, String key) {
            ViewRow row = rows.get(key);
            return row == null ? projection.initial() : states.decodeState(row.state(), projection.stateClass());
        }
    }
}
