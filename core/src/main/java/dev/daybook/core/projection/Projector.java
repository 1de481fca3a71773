package dev.daybook.core.projection;

import dev.daybook.core.consumer.ConsumerParts;
import dev.daybook.core.consumer.ConsumerSettings;
import dev.daybook.core.consumer.EventConsumer;
import dev.daybook.ports.codec.EventCodec;
import java.util.List;
import java.util.Map;

/**
 * Runs a projection: on demand, or beside the log as a view that follows it. Safe for concurrent use.
 *
 * @param <S> the state of a key
 * @param <E> the events
 */
public final class Projector<S, E> implements AutoCloseable {

    private final StoredView<S, E> stored;
    private final Provenance provenance;
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
        this.stored = new StoredView<>(projection, codec, parts);
        this.provenance = new Provenance(stored, new Registry(parts.storage().views(), parts.states()));
        ProjectionWork<S, E> work = new ProjectionWork<>(stored, parts.states(), provenance);
        this.consumer = new EventConsumer(stored.name(), stored.query(), work, settings, parts);
    }

    /**
     * Begins to keep the view, from where it was left. If the code of the projection, of its states or of its events is not that which has
     * built the view, the view is compared with the log first: where nothing differs it goes on, else it stops and its health names the
     * keys.
     *
     * @return this projector
     */
    public Projector<S, E> start() {
        consumer.start();
        return this;
    }

    /**
     * Begins to keep the view, and takes it on your word that today's code gives the same states as the code that has built the view. For
     * views that are too large for {@link #start} to compare them with the log after each change of their code.
     *
     * @return this projector
     */
    public Projector<S, E> startTrusting() {
        provenance.trust();
        return start();
    }

    /**
     * The stored view.
     *
     * @return reads it, as far as it has come
     */
    public View<S> view() {
        return stored.view();
    }

    /**
     * What keeps the view.
     *
     * @return its consumer, which tells how far it has come and what keeps it
     */
    public EventConsumer consumer() {
        return consumer;
    }

    StoredView<S, E> stored() {
        return stored;
    }

    /**
     * The view as it is or was at a position, folded now from the log, in memory.
     *
     * @param position up to which position
     * @return the state of every key
     */
    public Map<String, S> at(long position) {
        return stored.at(position);
    }

    /**
     * Compares the stored view with the log. The states of 500,000 keys at most are in memory at a time: a larger view is compared part by
     * part, with the log read once for each.
     *
     * @return the keys that differ, in order, none if all is well
     */
    public List<String> verify() {
        return verify(ViewProgress.UNHEARD);
    }

    /**
     * Does as {@link #verify()} does, and tells how far it has come.
     *
     * @param progress is told, and ends it by an exception
     * @return the keys that differ, in order, none if all is well
     */
    public List<String> verify(ViewProgress progress) {
        return new Verification<>(stored, progress).run();
    }

    /** Stops keeping the view. */
    @Override
    public void close() {
        consumer.close();
    }
}
