package dev.daybook.core.projection;

import dev.daybook.core.replay.EventClasses;
import dev.daybook.core.replay.ReplayException;
import dev.daybook.ports.codec.CodecException;
import dev.daybook.ports.codec.EventCodec;
import dev.daybook.ports.codec.UnknownEventException;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Query;
import java.util.List;
import java.util.Set;

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
        for (Object event : decoded(stored)) {
            if (projection.eventClass().isInstance(event)) {
                apply(new Recorded<>(projection.eventClass().cast(event), stored), states);
            }
        }
    }

    private void apply(Recorded<E> event, States<S> states) {
        try {
            projection
                    .key(event)
                    .filter(states::holds)
                    .ifPresent(key -> states.put(key, projection.apply(states.get(key), event)));
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
