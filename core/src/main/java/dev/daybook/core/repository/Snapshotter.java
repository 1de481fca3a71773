package dev.daybook.core.repository;

import dev.daybook.core.snapshot.FoldSnapshots;

/** Takes a snapshot of every aggregate each time so many more of its events are stored. */
final class Snapshotter<S> {

    private final FoldSnapshots<S> snapshots;
    private final int every;

    Snapshotter(FoldSnapshots<S> snapshots, int every) {
        this.snapshots = snapshots;
        this.every = every;
    }

    /** To be called when events are stored; writes once where a mark was crossed, from the state at hand, else does nothing. */
    void stored(long sequenceBefore, Loaded<S> after) {
        if (every > 0 && sequenceBefore / every != after.sequence() / every) {
            take(after);
        }
    }

    boolean take(Loaded<S> loaded) {
        return snapshots.save(loaded.aggregateId(), loaded.sequence(), loaded.latest(), loaded.state());
    }
}
