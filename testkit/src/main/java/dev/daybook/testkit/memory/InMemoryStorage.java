package dev.daybook.testkit.memory;

import dev.daybook.ports.log.EventLog;
import dev.daybook.ports.snapshot.Snapshots;
import dev.daybook.ports.storage.Limits;
import dev.daybook.ports.storage.Storage;
import dev.daybook.ports.storage.StorageDescription;
import java.time.Clock;
import java.time.InstantSource;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A storage in memory: one lock, one list. It keeps every promise of the storage contract that memory can keep, and is the
 * reference the other storages are compared with. What it holds is gone when it is closed.
 */
public final class InMemoryStorage implements Storage {

    private static final StorageDescription DESCRIPTION = new StorageDescription(
            "memory", "the memory of this JVM", "gone when the storage is closed", Limits.standard());

    private final Gate gate = new Gate();
    private final MemoryLog log;
    private final MemorySnapshots snapshots;

    /** An empty storage on the system's clock. */
    public InMemoryStorage() {
        this(Clock.systemUTC());
    }

    /**
     * An empty storage.
     *
     * @param clock where recordedAt comes from
     */
    public InMemoryStorage(InstantSource clock) {
        this(clock, MemoryLog::new, MemorySnapshots::new);
    }

    /** For the broken storages by which the contract is tested. */
    InMemoryStorage(
            InstantSource clock,
            BiFunction<Gate, InstantSource, MemoryLog> log,
            Function<Gate, MemorySnapshots> snapshots) {
        this.log = log.apply(gate, clock);
        this.snapshots = snapshots.apply(gate);
    }

    @Override
    public EventLog log() {
        return log;
    }

    @Override
    public Snapshots snapshots() {
        return snapshots;
    }

    @Override
    public StorageDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void close() {
        gate.close();
    }
}
