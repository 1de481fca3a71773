package dev.daybook.core.projection;

import dev.daybook.core.consumer.ConsumerParts;
import dev.daybook.ports.codec.EventCodec;
import dev.daybook.ports.consumer.ConsumerState;
import dev.daybook.ports.consumer.Consumers;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.view.ViewRow;
import dev.daybook.ports.view.Views;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The rows of one version of a view, its fold, and the log that it is folded from. */
final class StoredView<S, E> {

    private static final int ATTEMPTS = 10_000;

    /** States of some keys as they are stored at one position. */
    interface Standing<S> {
        long position();

        /** Them at this position or at a later one. */
        Map<String, S> at(long later);
    }

    private final Projection<S, E> projection;
    private final Projecting<S, E> projecting;
    private final Query query;
    private final ConsumerParts parts;
    private final String name;
    private final RowsView<S> view;

    StoredView(Projection<S, E> projection, EventCodec codec, ConsumerParts parts) {
        this(projection, codec, parts, "");
    }

    /** With something behind its name, where it is kept in another way than beside the log. */
    StoredView(Projection<S, E> projection, EventCodec codec, ConsumerParts parts, String suffix) {
        this.projection = projection;
        this.projecting = new Projecting<>(projection, codec);
        this.query = projecting.query();
        this.parts = parts;
        this.name = projection.name() + "@" + projection.version() + suffix;
        this.view =
                new RowsView<>(name, projection.stateClass(), parts.storage().views(), parts.states());
    }

    String name() {
        return name;
    }

    Projection<S, E> projection() {
        return projection;
    }

    Projecting<S, E> projecting() {
        return projecting;
    }

    Query query() {
        return query;
    }

    Consumers consumers() {
        return parts.storage().consumers();
    }

    Views views() {
        return parts.storage().views();
    }

    View<S> view() {
        return view;
    }

    /** Up to where the log is in the rows. */
    long checkpoint() {
        return consumers().find(name).map(ConsumerState::checkpoint).orElse(0L);
    }

    /** The states of keys at one position, although the view may move on: rows and checkpoint are committed together. */
    Standing<S> standing(Set<String> keys) {
        for (int i = 0; i < ATTEMPTS; i++) {
            long before = checkpoint();
            Map<String, S> states = view.find(keys);
            if (checkpoint() == before) {
                return new Stood(before, states, keys);
            }
        }
        throw new IllegalStateException("the view " + name + " has moved on " + ATTEMPTS
                + " times while it was read; compare it when less is written");
    }

    /** The state of every key at a position, from the log. */
    Map<String, S> at(long position) {
        Map<String, S> states = new HashMap<>();
        forward(states, key -> true, 0, position, ViewProgress.UNHEARD);
        return states;
    }

    /** The states of some keys at a position, in place of those at an earlier one. */
    void forward(Map<String, S> states, Predicate<String> keys, long after, long upTo, ViewProgress progress) {
        fold(after, upTo, new InMemory(states, keys), progress);
    }

    /** Every entry as it is stored, while the view may move on. */
    Stream<View.Entry<S>> entries() {
        return view.all();
    }

    /** Every row in the order of the keys, while the view may move on. */
    Iterator<ViewRow> rows() {
        return views().all(name).iterator();
    }

    private void fold(long after, long upTo, Projecting.States<S> states, ViewProgress progress) {
        if (upTo <= after) {
            return;
        }
        try (EventCursor events =
                parts.storage().log().read(query, Range.all().after(after).upTo(upTo))) {
            events.forEachRemaining(event -> {
                projecting.apply(event, states);
                progress.folded(event.position(), upTo);
            });
        }
    }

    private final class Stood implements Standing<S> {

        private final long position;
        private final Map<String, S> states;
        private final Set<String> keys;

        Stood(long position, Map<String, S> states, Set<String> keys) {
            this.position = position;
            this.states = states;
            this.keys = keys;
        }

        @Override
        public long position() {
            return position;
        }

        @Override
        public Map<String, S> at(long later) {
            Map<String, S> moved = new HashMap<>(states);
            forward(moved, keys::contains, position, later, ViewProgress.UNHEARD);
            return moved;
        }
    }

    private final class InMemory implements Projecting.States<S> {

        private final Map<String, S> states;
        private final Predicate<String> keys;

        InMemory(Map<String, S> states, Predicate<String> keys) {
            this.states = states;
            this.keys = keys;
        }

        @Override
        public boolean holds(String key) {
            return keys.test(key);
        }

        @Override
        public S get(String key) {
            S state = states.get(key);
            return state == null ? projection.initial() : state;
        }

        @Override
        public void put(String key, S state) {
            states.put(key, state);
        }
    }
}
