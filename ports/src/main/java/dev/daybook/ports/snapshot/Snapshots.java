package dev.daybook.ports.snapshot;

import dev.daybook.ports.event.Timestamps;
import java.time.Instant;
import java.util.Optional;

/** Keeps states of folds, so that a load need not begin at the first event. They can be lost at any time without harm. */
public interface Snapshots {

    /**
     * The snapshot with the highest sequence within the bounds.
     *
     * @param aggregateId what was folded
     * @param fingerprint the fold that must have made it
     * @param atMostSequence its sequence at most
     * @param atMostLatest the latest timestamp in it at most
     * @return the snapshot, if there is one
     */
    Optional<Snapshot> newest(String aggregateId, String fingerprint, long atMostSequence, Instant atMostLatest);

    /**
     * The snapshot with the highest sequence.
     *
     * @param aggregateId what was folded
     * @param fingerprint the fold that must have made it
     * @return the snapshot, if there is one
     */
    default Optional<Snapshot> newest(String aggregateId, String fingerprint) {
        return newest(aggregateId, fingerprint, Long.MAX_VALUE, Timestamps.LATEST);
    }

    /**
     * Keeps a snapshot, in place of one of the same aggregate, fingerprint and sequence.
     *
     * @param snapshot the state with what identifies it
     * @throws dev.daybook.ports.storage.LimitExceededException if the state is larger than the storage states
     */
    void save(Snapshot snapshot);

    /**
     * How many snapshots there are and how large they are.
     *
     * @return the totals at this moment
     */
    SnapshotTotals totals();
}
