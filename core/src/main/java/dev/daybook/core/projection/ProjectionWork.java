package dev.daybook.core.projection;

import dev.daybook.core.consumer.Work;
import dev.daybook.ports.codec.StateCodec;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.view.RowChange;
import dev.daybook.ports.view.ViewRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a view: each key's state is read once, folded in memory, and written once a batch. Nobody else writes the view while its
 * consumer's lease is held, so that what is in memory stays true.
 */
final class ProjectionWork<S, E> implements Work {

    private static final int KEPT = 20_000;

    private final Projection<S, E> projection;
    private final Projecting<S, E> projecting;
    private final StoredView<S, E> stored;
    private final StateCodec states;
    private final Provenance provenance;

    private final Map<String, S> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, S> eldest) {
            return size() > KEPT;
        }
    };
    private final Map<String, S> changed = new LinkedHashMap<>();

    ProjectionWork(StoredView<S, E> stored, StateCodec states, Provenance provenance) {
        this.projection = stored.projection();
        this.projecting = stored.projecting();
        this.stored = stored;
        this.states = states;
        this.provenance = provenance;
    }

    @Override
    public Optional<String> refusal(long checkpoint) {
        return provenance.refusal(checkpoint);
    }

    @Override
    public void handle(StoredEvent event) {
        OfOneEvent states = new OfOneEvent();
        projecting.apply(event, states);
        changed.putAll(states.changed);
    }

    @Override
    public boolean isFull(long events, int batch) {
        return changed.size() >= batch;
    }

    @Override
    public List<RowChange> takeChanges() {
        List<RowChange> changes = new ArrayList<>(changed.size() + 1);
        changed.forEach((key, state) -> changes.add(
                new RowChange.Put(stored.name(), new ViewRow(key, projection.sort(state), states.encodeState(state)))));
        if (!changes.isEmpty()) {
            provenance.takeChange().ifPresent(changes::add);
        }
        kept.putAll(changed);
        changed.clear();
        return changes;
    }

    @Override
    public void forget() {
        kept.clear();
        changed.clear();
    }

    private S state(String key) {
        S state = changed.get(key);
        if (state == null) {
            state = kept.computeIfAbsent(
                    key, absent -> stored.view().find(absent).orElseGet(projection::initial));
        }
        return state;
    }

    /** So that an event that fails in the middle leaves nothing behind. */
    private final class OfOneEvent implements Projecting.States<S> {

        private final Map<String, S> changed = new HashMap<>();

        @Override
        public S get(String key) {
            @Nullable S own = changed.get(key);
            return own == null ? state(key) : own;
        }

        @Override
        public void put(String key, S state) {
            changed.put(key, state);
        }
    }
}
