package dev.daybook.core.snapshot;

import java.util.concurrent.atomic.LongAdder;

/** Counts snapshots that could not be used; none of them has ever failed a load or an append. Safe for concurrent use. */
public final class SnapshotFaults {

    private final LongAdder unreadable = new LongAdder();
    private final LongAdder unsaved = new LongAdder();

    /** With nothing counted yet. */
    public SnapshotFaults() {}

    /**
     * How many could not be read, and were passed over.
     *
     * @return a count since this process began
     */
    public long unreadable() {
        return unreadable.sum();
    }

    /**
     * How many could not be saved.
     *
     * @return a count since this process began
     */
    public long unsaved() {
        return unsaved.sum();
    }

    void countUnreadable() {
        unreadable.increment();
    }

    void countUnsaved() {
        unsaved.increment();
    }
}
