package dev.daybook.core.projection;

import dev.daybook.core.consumer.ConsumerParts;
import dev.daybook.ports.codec.EventCodec;
import dev.daybook.ports.codec.StateCodec;
import dev.daybook.ports.storage.Storage;
import dev.daybook.ports.view.InlineView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a projection's view inline: each append of this process changes it in the same transaction, so that whoever has appended reads at
 * once, without waiting, what he has appended. The price is paid by each append, and an append that the projection fails on is refused:
 * it throws a {@link dev.daybook.ports.view.InlineViewException}, and nothing of it is stored. Safe for concurrent use.
 *
 * <p>Start it in every process that appends. What a process appends that does not keep the view is missing in it until the next append of
 * one which does, or until {@link #catchUp}: see {@link #isCurrent}. The rows are others than those of a {@link Projector} of the same
 * projection, so that the two can be kept beside each other.
 *
 * @param <S> the state of a key
 * @param <E> the events
 */
public final class InlineProjector<S, E> implements AutoCloseable {

    static final String SUFFIX = "/inline";

    private final Storage storage;
    private final StoredView<S, E> stored;
    private final Provenance provenance;
    private final StateCodec states;
    private @Nullable InlineView kept;

    /**
     * From what all consumers of one log share.
     *
     * @param projection the fold
     * @param codec reads events
     * @param parts ports
     * @throws IllegalArgumentException if the projection's event class has no records
     * @throws dev.daybook.ports.codec.UnknownEventException if one of its event classes is not registered
     */
    public InlineProjector(Projection<S, E> projection, EventCodec codec, ConsumerParts parts) {
        this.storage = parts.storage();
        this.stored = new StoredView<>(projection, codec, parts, SUFFIX);
        this.provenance = new Provenance(stored, new Registry(storage.views(), parts.states()));
        this.states = parts.states();
    }

    /**
     * Brings the view up to the log's end, and keeps it from then on. If the code of the projection, of its states or of its events is not
     * that which has built the view, the view is compared with the log first.
     *
     * @return this projector
     * @throws IllegalStateException if it was started already in this process, or if the code of today would give other states; the message
     *     names the keys
     * @throws dev.daybook.ports.view.InlineViewException if an event of the log cannot be folded
     */
    public synchronized InlineProjector<S, E> start() {
        Optional<String> refusal = provenance.refusal(stored.checkpoint());
        if (refusal.isPresent()) {
            throw new IllegalStateException(refusal.get());
        }
        kept = storage.views()
                .keepInline(new ProjectionFold<>(
                        stored, states, provenance.takeChange().stream().toList()));
        return this;
    }

    /**
     * Does as {@link #start} does, and takes it on your word that today's code gives the same states as the code that has built the view.
     *
     * @return this projector
     */
    public InlineProjector<S, E> startTrusting() {
        provenance.trust();
        return start();
    }

    /**
     * The stored view.
     *
     * @return reads it
     */
    public View<S> view() {
        return stored.view();
    }

    /**
     * Up to where the log is in the view.
     *
     * @return a position, 0 for nothing yet
     */
    public long position() {
        return stored.checkpoint();
    }

    /**
     * Whether everything that is in the log is in the view.
     *
     * @return false if a process has appended that does not keep it, and none since that does
     */
    public boolean isCurrent() {
        long head = storage.log().head();
        return position() >= head;
    }

    /**
     * Folds what was appended by processes that do not keep the view.
     *
     * @throws dev.daybook.ports.view.InlineViewException if an event cannot be folded
     * @throws IllegalStateException if it is not started
     */
    public synchronized void catchUp() {
        if (kept == null) {
            throw new IllegalStateException(
                    "the view " + stored.name() + " is not kept by this process; start it first");
        }
        kept.catchUp();
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
     * Compares the stored view with the log.
     *
     * @return the keys that differ, in order, none if all is well
     */
    public List<String> verify() {
        return new Verification<>(stored, ViewProgress.UNHEARD).run();
    }

    /** Keeps the view no longer in this process. */
    @Override
    public synchronized void close() {
        if (kept != null) {
            kept.close();
            kept = null;
        }
    }
}
