package dev.daybook.testkit.core;

import dev.daybook.ports.consumer.ConsumerState;
import dev.daybook.ports.consumer.Consumers;
import dev.daybook.ports.consumer.Lease;
import dev.daybook.ports.consumer.Progress;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.AppendResult;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.EventLog;
import dev.daybook.ports.log.LogContinuation;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.snapshot.Snapshot;
import dev.daybook.ports.snapshot.SnapshotTotals;
import dev.daybook.ports.snapshot.Snapshots;
import dev.daybook.ports.storage.Storage;
import dev.daybook.ports.storage.StorageDescription;
import dev.daybook.ports.view.Views;
import dev.daybook.testkit.memory.InMemoryStorage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The storage in memory, which notes what is asked of it, and into which a test can put faults and other people's work. */
final class WatchedStorage implements Storage {

    final List<Append> appends = new CopyOnWriteArrayList<>();
    final List<Range> reads = new CopyOnWriteArrayList<>();
    final List<Snapshot> saves = new CopyOnWriteArrayList<>();
    final List<Progress> commits = new CopyOnWriteArrayList<>();
    final AtomicLong eventsRead = new AtomicLong();

    volatile Consumer<Append> beforeAppend = append -> {};
    volatile Consumer<Append> afterAppend = append -> {};
    volatile Runnable onHead = () -> {};
    volatile Consumer<Snapshot> beforeSave = snapshot -> {};
    volatile UnaryOperator<Payload> onSnapshotRead = state -> state;

    private final InMemoryStorage memory;

    WatchedStorage(InstantSource clock) {
        this.memory = new InMemoryStorage(clock);
    }

    /** What nobody watches. */
    InMemoryStorage memory() {
        return memory;
    }

    @Override
    public EventLog log() {
        return new WatchedLog();
    }

    @Override
    public LogContinuation continuation() {
        return memory.continuation();
    }

    @Override
    public Snapshots snapshots() {
        return new WatchedSnapshots();
    }

    @Override
    public Consumers consumers() {
        return new WatchedConsumers();
    }

    @Override
    public Views views() {
        return memory.views();
    }

    @Override
    public StorageDescription description() {
        return memory.description();
    }

    @Override
    public void close() {
        memory.close();
    }

    private final class WatchedLog implements EventLog {

        @Override
        public AppendResult append(Append append) {
            appends.add(append);
            beforeAppend.accept(append);
            AppendResult result = memory.log().append(append);
            afterAppend.accept(append);
            return result;
        }

        @Override
        public EventCursor read(Query query, Range range) {
            reads.add(range);
            return new CountingCursor(memory.log().read(query, range), eventsRead);
        }

        @Override
        public Optional<StoredEvent> find(UUID id) {
            return memory.log().find(id);
        }

        @Override
        public List<String> aggregates(String afterId, int limit) {
            return memory.log().aggregates(afterId, limit);
        }

        @Override
        public boolean awaitBeyond(long position, Duration atMost) throws InterruptedException {
            return memory.log().awaitBeyond(position, atMost);
        }

        @Override
        public long head() {
            onHead.run();
            return memory.log().head();
        }
    }

    private final class WatchedConsumers implements Consumers {

        @Override
        public List<ConsumerState> all() {
            return memory.consumers().all();
        }

        @Override
        public Optional<ConsumerState> find(String name) {
            return memory.consumers().find(name);
        }

        @Override
        public Optional<Lease> claim(String name, String owner, Optional<ConsumerState> seen) {
            return memory.consumers().claim(name, owner, seen);
        }

        @Override
        public Set<Lease> renew(Set<Lease> leases) {
            return memory.consumers().renew(leases);
        }

        @Override
        public boolean commit(Lease lease, Progress progress) {
            commits.add(progress);
            return memory.consumers().commit(lease, progress);
        }

        @Override
        public void release(Lease lease) {
            memory.consumers().release(lease);
        }
    }

    private final class WatchedSnapshots implements Snapshots {

        @Override
        public Optional<Snapshot> newest(
                String aggregateId, String fingerprint, long atMostSequence, Instant atMostLatest) {
            return memory.snapshots()
                    .newest(aggregateId, fingerprint, atMostSequence, atMostLatest)
                    .map(found -> new Snapshot(
                            found.aggregateId(),
                            found.sequence(),
                            found.fingerprint(),
                            found.latest(),
                            found.takenAt(),
                            onSnapshotRead.apply(found.state())));
        }

        @Override
        public void save(Snapshot snapshot) {
            beforeSave.accept(snapshot);
            memory.snapshots().save(snapshot);
            saves.add(snapshot);
        }

        @Override
        public SnapshotTotals totals() {
            return memory.snapshots().totals();
        }
    }
}
