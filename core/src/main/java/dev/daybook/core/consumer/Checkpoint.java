package dev.daybook.core.consumer;

import dev.daybook.ports.consumer.Consumers;
import dev.daybook.ports.consumer.Lease;
import dev.daybook.ports.consumer.Progress;
import dev.daybook.ports.view.RowChange;
import java.time.InstantSource;
import java.util.List;

/** How far a consumer has come, here and as it is stored. Of one thread. */
final class Checkpoint {

    /** How far the checkpoint may stay behind where nothing has matched, so that an idle consumer writes nothing. */
    private static final long UNTOLD = 1_000;

    private final String name;
    private final Consumers consumers;
    private final ParkingLot lot;
    private final Pulse pulse;

    private final InstantSource clock;
    private long position;
    private long stored;

    Checkpoint(String name, ConsumerParts parts, ParkingLot lot, Pulse pulse) {
        this.name = name;
        this.consumers = parts.storage().consumers();
        this.lot = lot;
        this.pulse = pulse;
        this.clock = parts.clock();
    }

    void load() {
        position = consumers.find(name).orElseThrow().checkpoint();
        stored = position;
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

    void keep(Lease lease, long reached, long handled, List<RowChange> changes) {
        if (handled > 0 || !changes.isEmpty() || reached - stored >= UNTOLD) {
            boolean kept = pulse.during(
                    "keeps the checkpoint " + reached, () -> consumers.commit(lease, new Progress(reached, changes)));
            if (!kept) {
                throw new LostLeaseException(lease);
            }
            stored = reached;
        }
        position = reached;
        pulse.movedTo(reached, handled, lot.size(), clock.instant());
    }
}
