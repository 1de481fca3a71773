package dev.daybook.core.projection;

import dev.daybook.core.replay.EventClasses;
import dev.daybook.core.replay.ReplayException;
import dev.daybook.ports.codec.CodecException;
import dev.daybook.ports.codec.EventCodec;
import dev.daybook.ports.codec.UnknownEventException;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Gives a projection the events of a log. */
final class Projecting<S, E> {

    /** The states of keys. */
    interface States<S> {
        /** The state of a key, nothing told of it or not. */
        S get(String key);

        /** The state of a key from now on. */
        void put(String key, S state);

        /** Whether a key matters. */
        default boolean holds(String key) {
            return true;
        }
    }

    /** An event and the key that it changes. */
    record Keyed<E>(String key, Recorded<E> event) {}

    private final Projection<S, E> projection;
    private final EventCodec codec;

    Projecting(Projection<S, E> projection, EventCodec codec) {
        this.projection = projection;
        this.codec = codec;
    }

    /** Which events there are to be told of. */
    Query query() {
        if (isOfStoredEvents()) {
            return Query.all();
        }
        Set<String> names = EventClasses.typeNames(projection.eventClass(), codec);
        if (names.isEmpty()) {
            throw new IllegalArgumentException(projection.eventClass().getName() + ", the event class of "
                    + projection.name() + ", is neither a record nor a sealed interface above records");
        }
        return Query.types(names.toArray(String[]::new));
    }

    void apply(StoredEvent stored, States<S> states) {
        for (Keyed<E> event : keyed(stored)) {
            if (states.holds(event.key())) {
                states.put(event.key(), next(states.get(event.key()), event));
            }
        }
    }

    /** What it is told of an event, in order. */
    List<Keyed<E>> keyed(StoredEvent stored) {
        List<Keyed<E>> keyed = new ArrayList<>();
        for (Object event : decoded(stored)) {
            if (projection.eventClass().isInstance(event)) {
                Recorded<E> recorded = new Recorded<>(projection.eventClass().cast(event), stored);
                named(recorded, () -> projection.key(recorded)).ifPresent(key -> keyed.add(new Keyed<>(key, recorded)));
            }
        }
        return keyed;
    }

    S next(S state, Keyed<E> event) {
        return named(event.event(), () -> projection.apply(state, event.event()));
    }

    /** Names the event where the projection fails. */
    private <T> T named(Recorded<E> event, Supplier<T> work) {
        try {
            return work.get();
        } catch (dev.daybook.ports.DaybookException known) {
            throw known;
        } catch (RuntimeException failure) {
            throw new ReplayException(
                    event.stored(), "the projection " + projection.name() + " failed with " + failure, failure);
        }
    }

    private boolean isOfStoredEvents() {
        return projection.eventClass().equals(StoredEvent.class);
    }

    private Iterable<Object> decoded(StoredEvent stored) {
        if (isOfStoredEvents()) {
            return List.of(stored);
        }
        try {
            return codec.decode(stored.type(), stored.payload());
        } catch (UnknownEventException | CodecException unreadable) {
            throw new ReplayException(
                    stored,
                    "the projection " + projection.name() + " cannot read it: " + unreadable.getMessage(),
                    unreadable);
        }
    }
}
