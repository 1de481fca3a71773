package dev.daybook.core.projection;

import dev.daybook.core.consumer.ConsumerParts;
import dev.daybook.core.consumer.ConsumerSettings;
import dev.daybook.core.consumer.EventConsumer;
import dev.daybook.ports.codec.EventCodec;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.EventLog;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs a projection: on demand, or beside the log as a view that follows it. Safe for concurrent use.
 *
 * @param <S> the state of a key
 * @param <E> the events
 */
public final class Projector<S, E> implements AutoCloseable {

    private final Projection<S, E> projection;
    private final Projecting<S, E> projecting;
    private final EventLog log;
    private final Query query;
    private final View<S> view;
    private final EventConsumer consumer;

    /**
     * From what all consumers of one log share.
     *
     * @param projection the fold
     * @param codec reads events
     * @param settings how its consumer works
     * @param parts ports and settings
     * @throws IllegalArgumentException if the projection's event class has no records, or its name is empty
     * @throws dev.daybook.ports.codec.UnknownEventException if one of its event classes is not registered
     */
    public Projector(Projection<S, E> projection, EventCodec codec, ConsumerSettings settings, ConsumerParts parts) {
        this.projection = projection;
        this.projecting = new Projecting<>(projection, codec);
        this.log = parts.storage().log();
        this.query = projecting.query();
        String name = projection.name() + "@" + projection.version();
        this.view = new View<>(name, projection.stateClass(), parts.storage().views(), parts.states());
        ProjectionWork<S, E> work = new ProjectionWork<>(
                projection, projecting, name, parts.storage().views(), parts.states());
        this.consumer = new EventConsumer(name, query, work, settings, parts);
    }

    /**
     * Begins to keep the view, from where it was left.
     *
     * @return this projector
     */
    public Projector<S, E> start() {
        consumer.start();
        return this;
    }

    /**
     * The stored view.
     *
     * @return reads it, as far as it has come
     */
    public View<S> view() {
        return view;
    }

    /**
     * What keeps the view.
     *
     * @return its consumer, which tells how far it has come and what keeps it
     */
    public EventConsumer consumer() {
        return consumer;
    }

    /**
     * The view as it is or was at a position, folded now from the log, in memory.
     *
     * @param position up to which position
     * @return the state of every key
     */
    public Map<String, S> at(long position) {
        Map<String, S> states = new HashMap<>();
        fold(states, 0, position);
        return states;
    }

    /**
     * Compares the stored view with the log.
     *
     * @return the keys that differ, in order, none if all is well
     * @throws InterruptedException if the thread is interrupted while it waits for the view to settle
     */
    public List<String> verify() throws InterruptedException {
        return new Verification<>(view, consumer, this::fold).run();
    }

    private void fold(Map<String, S> states, long after, long upTo) {
        Projecting.States<S> inMemory = new Projecting.States<>() {
            @Override
            public S get(String key) {
                S state = states.get(key);
                return state == null ? projection.initial() : state;
            }

            @Override
            public void put(String key, S state) {
                states.put(key, state);
            }
        };
        try (EventCursor events = log.read(query, Range.all().after(after).upTo(upTo))) {
            events.forEachRemaining(event -> projecting.apply(event, inMemory));
        }
    }

    /** Stops keeping the view. */
    @Override
    public void close() {
        consumer.close();
    }
}
