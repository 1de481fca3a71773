package dev.daybook.core.consumer;

import dev.daybook.ports.consumer.Consumers;
import dev.daybook.ports.consumer.Lease;
import dev.daybook.ports.consumer.Progress;
import dev.daybook.ports.view.RowChange;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * How far a consumer has come, here and as it is stored. Of one thread.
 *
 * <p>A commit is what takes longest where events trickle in, and writers wait for it. So what was handled without a change of rows is
 * stored a little later, together: when a batch of it has come, after {@link #LATEST}, or as soon as somebody waits for it. Only what
 * is stored is told.
 */
final class Checkpoint {

    /** How far the checkpoint may stay behind where nothing has matched, so that an idle consumer writes nothing. */
    private static final long UNTOLD = 1_000;

    /** How long handled events may wait for being stored. */
    private static final Duration LATEST = Duration.ofMillis(50);

    private final String name;
    private final Consumers consumers;
    private final ParkingLot lot;
    private final Pulse pulse;
    private final int batch;
    private final InstantSource clock;
    private long position;
    private long stored;
    private long pending;
    private long pendingSince;

    Checkpoint(String name, ConsumerParts parts, ParkingLot lot, Pulse pulse, int batch) {
        this.name = name;
        this.consumers = parts.storage().consumers();
        this.lot = lot;
        this.pulse = pulse;
        this.batch = batch;
        this.clock = parts.clock();
    }

    void load() {
        position = consumers.find(name).orElseThrow().checkpoint();
        stored = position;
        pending = 0;
        pulse.startsAt(position, lot.size());
    }

    /** Up to where the log has been handled. */
    long position() {
        return position;
    }

    /** Changes of rows without an event. */
    void keep(Lease lease, List<RowChange> changes) {
        keep(lease, position, 0, changes);
    }

    /** Stores it now, or lets it wait a little. */
    void keep(Lease lease, long reached, long handled, List<RowChange> changes) {
        if (pending == 0 && handled > 0) {
            pendingSince = System.nanoTime();
        }
        pending += handled;
        position = reached;
        boolean isUntold = pending == 0 && reached - stored >= UNTOLD;
        if (!changes.isEmpty() || isUntold || pending >= batch || isDue()) {
            store(lease, changes);
        } else if (pending == 0) {
            tell();
        }
    }

    /** Stores what waits for it, if it has waited long enough. */
    void keepDue(Lease lease) {
        if (isDue()) {
            store(lease, List.of());
        }
    }

    /** Stores what waits for it. */
    void keepPending(Lease lease) {
        if (pending > 0) {
            store(lease, List.of());
        }
    }

    /** After which time {@link #keepDue} is to be called, at most so long. */
    Duration due(Duration atMost) {
        if (pending == 0) {
            return atMost;
        }
        Duration left = LATEST.minusNanos(System.nanoTime() - pendingSince);
        return left.compareTo(atMost) < 0 ? left : atMost;
    }

    private boolean isDue() {
        return pending > 0 && (pulse.isAwaited() || System.nanoTime() - pendingSince >= LATEST.toNanos());
    }

    private void store(Lease lease, List<RowChange> changes) {
        boolean kept = pulse.during(
                "keeps the checkpoint " + position, () -> consumers.commit(lease, new Progress(position, changes)));
        if (!kept) {
            throw new LostLeaseException(lease);
        }
        stored = position;
        tell();
        pending = 0;
    }

    private void tell() {
        pulse.movedTo(position, pending, lot.size(), clock.instant());
    }
}
