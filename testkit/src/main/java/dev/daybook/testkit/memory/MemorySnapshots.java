package dev.daybook.testkit.memory;

import dev.daybook.ports.event.Payload;
import dev.daybook.ports.snapshot.Snapshot;
import dev.daybook.ports.snapshot.SnapshotTotals;
import dev.daybook.ports.snapshot.Snapshots;
import dev.daybook.ports.storage.Limits;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The snapshots as a map from what identifies one. */
class MemorySnapshots implements Snapshots {

    private record Key(String aggregateId, String fingerprint, long sequence) {}

    private final Gate gate;
    private final Map<Key, Snapshot> snapshots = new HashMap<>();

    MemorySnapshots(Gate gate) {
        this.gate = gate;
    }

    @Override
    public Optional<Snapshot> newest(
            String aggregateId, String fingerprint, long atMostSequence, Instant atMostLatest) {
        return gate.pass(() -> snapshots.values().stream()
                .filter(snapshot -> snapshot.aggregateId().equals(aggregateId)
                        && fits(snapshot, fingerprint)
                        && snapshot.sequence() <= atMostSequence
                        && !snapshot.latest().isAfter(atMostLatest))
                .max(Comparator.comparingLong(Snapshot::sequence))
                .map(MemorySnapshots::copy));
    }

    @Override
    public void save(Snapshot snapshot) {
        Limits.standard().check(snapshot.aggregateId(), snapshot.state());
        Key key = new Key(snapshot.aggregateId(), snapshot.fingerprint(), snapshot.sequence());
        gate.pass(() -> Optional.ofNullable(snapshots.put(key, copy(snapshot))));
    }

    @Override
    public SnapshotTotals totals() {
        return gate.pass(() -> new SnapshotTotals(
                snapshots.size(),
                snapshots.values().stream()
                        .mapToLong(snapshot -> snapshot.state().size())
                        .sum()));
    }

    boolean fits(Snapshot snapshot, String fingerprint) {
        return snapshot.fingerprint().equals(fingerprint);
    }

    private static Snapshot copy(Snapshot snapshot) {
        Payload state = snapshot.state();
        return new Snapshot(
                snapshot.aggregateId(),
                snapshot.sequence(),
                snapshot.fingerprint(),
                snapshot.latest(),
                snapshot.takenAt(),
                Payload.of(state.contentType(), state.bytes().clone()));
    }
}
