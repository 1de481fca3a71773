package dev.daybook.benchmarks;

import com.sun.management.ThreadMXBean;
import dev.daybook.benchmarks.peer.BookEvent;
import dev.daybook.core.Daybook;
import dev.daybook.core.context.Context;
import dev.daybook.core.repository.ExecuteResult;
import dev.daybook.core.repository.Repository;
import dev.daybook.ports.consumer.Consumers;
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
import dev.daybook.ports.storage.Limits;
import dev.daybook.ports.storage.Storage;
import dev.daybook.ports.storage.StorageDescription;
import dev.daybook.ports.view.Views;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;

/** What core and codec take for one command, on a log that takes everything and keeps nothing. */
final class Overhead {

    private static final int COMMANDS = 200_000;
    private static final int ROUNDS = 9;

    private final Report report;

    Overhead(Report report) {
        this.report = report;
    }

    void run() {
        ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        double[] micros = new double[ROUNDS];
        double[] bytes = new double[ROUNDS];
        try (Daybook daybook =
                Daybook.builder(new Nowhere(), Samples.CODEC).snapshotEvery(0).build()) {
            Repository<BookEvent, Book.Totals, BookEvent, String> books = daybook.repository(new Book(1));
            commands(books);
            commands(books);
            for (int i = 0; i < ROUNDS; i++) {
                long allocated = memory.getCurrentThreadAllocatedBytes();
                long begin = System.nanoTime();
                commands(books);
                micros[i] = (System.nanoTime() - begin) / 1e3 / COMMANDS;
                bytes[i] = (double) (memory.getCurrentThreadAllocatedBytes() - allocated) / COMMANDS;
            }
        }
        Figures time = Figures.of(micros);
        Figures space = Figures.of(bytes);
        report.bound("core and codec of one append, without the database", time + " µs", time.median(), "µs", 5);
        report.bound("the same, allocated", space + " bytes", space.median(), "bytes", 2_048);
    }

    private static void commands(Repository<BookEvent, Book.Totals, BookEvent, String> books) {
        Context context = Context.by("alice");
        for (int i = 0; i < COMMANDS; i++) {
            if (!(books.execute("book_1", Book.trade(i), context) instanceof ExecuteResult.Stored)) {
                throw new IllegalStateException("a command was not stored");
            }
        }
    }

    /** Takes everything, keeps nothing. */
    private static final class Nowhere implements Storage, EventLog, Snapshots, EventCursor {

        private long position;

        @Override
        public AppendResult append(Append append) {
            position++;
            return new AppendResult.Stored(List.of(
                    new StoredEvent(position, 1, Instant.EPOCH, append.events().getFirst())));
        }

        @Override
        public EventCursor read(Query query, Range range) {
            return this;
        }

        @Override
        public boolean hasNext() {
            return false;
        }

        @Override
        public StoredEvent next() {
            throw new NoSuchElementException("nothing is kept");
        }

        @Override
        public Optional<StoredEvent> find(UUID id) {
            return Optional.empty();
        }

        @Override
        public List<String> aggregates(String afterId, int limit) {
            return List.of();
        }

        @Override
        public long head() {
            return position;
        }

        @Override
        public Optional<Snapshot> newest(
                String aggregateId, String fingerprint, long atMostSequence, Instant atMostLatest) {
            return Optional.empty();
        }

        @Override
        public void save(Snapshot snapshot) {}

        @Override
        public SnapshotTotals totals() {
            return new SnapshotTotals(0, 0);
        }

        @Override
        public EventLog log() {
            return this;
        }

        @Override
        public LogContinuation continuation() {
            return stretch -> {};
        }

        @Override
        public Snapshots snapshots() {
            return this;
        }

        @Override
        public boolean awaitBeyond(long other, Duration atMost) {
            return position > other;
        }

        @Override
        public Consumers consumers() {
            throw new UnsupportedOperationException("nothing is kept");
        }

        @Override
        public Views views() {
            throw new UnsupportedOperationException("nothing is kept");
        }

        @Override
        public StorageDescription description() {
            return new StorageDescription("nowhere", "nowhere", "none", Limits.standard());
        }

        @Override
        public void close() {}
    }
}
