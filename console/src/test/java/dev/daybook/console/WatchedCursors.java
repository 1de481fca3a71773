package dev.daybook.console;

import dev.daybook.ports.consumer.Consumers;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.AppendResult;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.EventLog;
import dev.daybook.ports.log.LogContinuation;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.snapshot.Snapshots;
import dev.daybook.ports.storage.Storage;
import dev.daybook.ports.storage.StorageDescription;
import dev.daybook.ports.view.Views;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** A storage that tells how many of its cursors are open. */
record WatchedCursors(Storage storage, AtomicInteger open) implements Storage {

    static WatchedCursors over(Storage storage) {
        return new WatchedCursors(storage, new AtomicInteger());
    }

    @Override
    public EventLog log() {
        return new Log(storage.log(), open);
    }

    @Override
    public LogContinuation continuation() {
        return storage.continuation();
    }

    @Override
    public Snapshots snapshots() {
        return storage.snapshots();
    }

    @Override
    public Consumers consumers() {
        return storage.consumers();
    }

    @Override
    public Views views() {
        return storage.views();
    }

    @Override
    public StorageDescription description() {
        return storage.description();
    }

    @Override
    public void close() {
        storage.close();
    }

    private record Log(EventLog log, AtomicInteger open) implements EventLog {

        @Override
        public AppendResult append(Append append) {
            return log.append(append);
        }

        @Override
        public EventCursor read(Query query, Range range) {
            open.incrementAndGet();
            return new Cursor(log.read(query, range), open);
        }

        @Override
        public Optional<StoredEvent> find(UUID id) {
            return log.find(id);
        }

        @Override
        public List<String> aggregates(String afterId, int limit) {
            return log.aggregates(afterId, limit);
        }

        @Override
        public long head() {
            return log.head();
        }

        @Override
        public boolean awaitBeyond(long position, Duration atMost) throws InterruptedException {
            return log.awaitBeyond(position, atMost);
        }
    }

    private record Cursor(EventCursor cursor, AtomicInteger open) implements EventCursor {

        @Override
        public boolean hasNext() {
            return cursor.hasNext();
        }

        @Override
        public StoredEvent next() {
            return cursor.next();
        }

        @Override
        public void close() {
            cursor.close();
            open.decrementAndGet();
        }
    }
}
