package dev.daybook.testkit.memory;

import dev.daybook.ports.consumer.Consumers;
import dev.daybook.ports.log.EventLog;
import dev.daybook.ports.log.LogContinuation;
import dev.daybook.ports.snapshot.Snapshots;
import dev.daybook.ports.storage.Limits;
import dev.daybook.ports.storage.Storage;
import dev.daybook.ports.storage.StorageDescription;
import dev.daybook.ports.view.Views;
import java.time.Clock;
import java.time.InstantSource;

/**
 * A storage in memory: one lock, one list. It keeps every promise of the storage contract that memory can keep, and is the
 * reference the other storages are compared with. What it holds is gone when it is closed.
 */
public final class InMemoryStorage implements Storage {

    private static final StorageDescription DESCRIPTION = new StorageDescription(
            "memory", "the memory of this JVM", "gone when the storage is closed", Limits.standard());

    private final Gate gate;
    private final MemoryLog log;
    private final MemorySnapshots snapshots;
    private final MemoryConsumers consumers;

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
        this(new Gate(), clock);
    }

    private InMemoryStorage(Gate gate, InstantSource clock) {
        this(gate, new MemoryLog(gate, clock), new MemorySnapshots(gate), new MemoryConsumers(gate, clock));
    }

    /** For the broken storages by which the contract is tested. */
    InMemoryStorage(Gate gate, MemoryLog log, MemorySnapshots snapshots, MemoryConsumers consumers) {
        this(gate, log, snapshots, consumers, new MemoryInline(gate, log, consumers));
    }

    InMemoryStorage(
            Gate gate, MemoryLog log, MemorySnapshots snapshots, MemoryConsumers consumers, MemoryInline inline) {
        this.gate = gate;
        this.log = log;
        this.snapshots = snapshots;
        this.consumers = consumers;
        log.followedBy(inline);
        consumers.views().keptInlineBy(inline);
    }

    @Override
    public EventLog log() {
        return log;
    }

    @Override
    public LogContinuation continuation() {
        return log;
    }

    @Override
    public Snapshots snapshots() {
        return snapshots;
    }

    @Override
    public Consumers consumers() {
        return consumers;
    }

    @Override
    public Views views() {
        return consumers.views();
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
