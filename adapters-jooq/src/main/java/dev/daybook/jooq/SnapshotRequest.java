package dev.daybook.jooq;

import dev.daybook.ports.snapshot.Snapshot;

/** A snapshot that waits to be saved; it goes with whatever is being committed. */
final class SnapshotRequest extends Request<Snapshot> {

    private final Snapshot snapshot;

    SnapshotRequest(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    @Override
    int events() {
        return 1;
    }

    @Override
    long bytes() {
        return snapshot.state().size();
    }

    @Override
    void decide(Draft draft) {
        draft.add(snapshot);
        succeed(snapshot);
    }
}
