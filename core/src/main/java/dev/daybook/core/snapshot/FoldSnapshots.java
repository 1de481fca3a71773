package dev.daybook.core.snapshot;

import dev.daybook.ports.codec.StateCodec;
import dev.daybook.ports.event.Timestamps;
import dev.daybook.ports.snapshot.Snapshot;
import dev.daybook.ports.snapshot.Snapshots;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The snapshots of one fold. Nothing here ever throws for a snapshot's sake: a fault is logged and counted, and the fold begins
 * earlier. Safe for concurrent use.
 *
 * @param <S> the fold's state
 */
public final class FoldSnapshots<S> {

    private static final System.Logger LOG = System.getLogger(FoldSnapshots.class.getName());

    private final Snapshots store;
    private final StateCodec codec;
    private final Class<S> stateClass;
    private final String fingerprint;
    private final InstantSource clock;
    private final SnapshotFaults faults;

    /**
     * From ports and what identifies the fold.
     *
     * @param store where they are kept
     * @param codec writes and reads the state
     * @param stateClass the class of the state
     * @param fingerprint identifies the fold, see {@link Fingerprint}
     * @param clock says when one is taken
     * @param faults counts those that cannot be used
     */
    public FoldSnapshots(
            Snapshots store,
            StateCodec codec,
            Class<S> stateClass,
            String fingerprint,
            InstantSource clock,
            SnapshotFaults faults) {
        this.store = store;
        this.codec = codec;
        this.stateClass = stateClass;
        this.fingerprint = fingerprint;
        this.clock = clock;
        this.faults = faults;
    }

    /**
     * The newest of an aggregate within bounds.
     *
     * @param aggregateId what was folded
     * @param atMostSequence its sequence at most
     * @param atMostLatest the latest timestamp in it at most
     * @return the snapshot, empty also if it could not be fetched
     */
    public Optional<Snapshot> newest(String aggregateId, long atMostSequence, Instant atMostLatest) {
        try {
            return store.newest(aggregateId, fingerprint, atMostSequence, atMostLatest);
        } catch (RuntimeException failure) {
            faults.countUnreadable();
            warn(
                    "the snapshots of " + aggregateId + " cannot be fetched, its events are folded from the first",
                    failure);
            return Optional.empty();
        }
    }

    /**
     * The state in a snapshot.
     *
     * @param snapshot one of this fold's
     * @return the state, empty if it cannot be decoded
     */
    public Optional<S> open(Snapshot snapshot) {
        try {
            return Optional.of(codec.decodeState(snapshot.state(), stateClass));
        } catch (RuntimeException failure) {
            faults.countUnreadable();
            warn(
                    "the snapshot of " + snapshot.aggregateId() + " at sequence " + snapshot.sequence()
                            + " cannot be read; the state is folded anew",
                    failure);
            return Optional.empty();
        }
    }

    /**
     * Keeps a state.
     *
     * @param aggregateId what was folded
     * @param sequence up to which sequence
     * @param latest the latest timestamp in it
     * @param state the state
     * @return whether it was kept
     */
    public boolean save(String aggregateId, long sequence, Instant latest, S state) {
        try {
            Instant now = Timestamps.normal(clock.instant());
            store.save(new Snapshot(aggregateId, sequence, fingerprint, latest, now, codec.encodeState(state)));
            return true;
        } catch (RuntimeException failure) {
            faults.countUnsaved();
            warn("the snapshot of " + aggregateId + " at sequence " + sequence + " cannot be saved", failure);
            return false;
        }
    }

    private static void warn(String message, RuntimeException failure) {
        LOG.log(System.Logger.Level.WARNING, message, failure);
    }
}
