package dev.daybook.core.audit;

import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.storage.Fault;
import dev.daybook.ports.storage.StorageException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Reads on in a thread of its own while what was read is worked on, as much as fits into a few batches. It begins once there has been enough
 * to be worth a thread.
 */
final class ReadAhead implements EventCursor {

    private static final int ALONE = 2_000;
    private static final int EVENTS = 500;
    private static final long BYTES = 256 << 10;
    private static final int BATCHES = 4;

    private final EventCursor cursor;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Queue<List<StoredEvent>> batches = new ArrayDeque<>();
    private Iterator<StoredEvent> batch = List.<StoredEvent>of().iterator();
    private int taken;
    private @Nullable Thread reader;
    private @Nullable Throwable failure;
    private boolean ended;
    private boolean closed;

    ReadAhead(EventCursor cursor) {
        this.cursor = cursor;
    }

    @Override
    public boolean hasNext() {
        if (closed) {
            return false;
        }
        if (reader == null) {
            if (taken < ALONE) {
                return cursor.hasNext();
            }
            reader = Thread.ofVirtual().name("daybook-read-ahead").start(this::read);
        }
        if (!batch.hasNext()) {
            batch = nextBatch().iterator();
        }
        return batch.hasNext();
    }

    @Override
    public StoredEvent next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the cursor has given its last event, or was closed");
        }
        if (reader != null) {
            return batch.next();
        }
        taken++;
        return cursor.next();
    }

    /** Waits for the page that is being read: the cursor is for one thread at a time. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
            while (reader != null && !ended) {
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
        cursor.close();
    }

    private void read() {
        try {
            boolean goesOn = true;
            while (goesOn) {
                List<StoredEvent> events = readBatch();
                goesOn = !events.isEmpty() && hand(events);
            }
        } catch (RuntimeException | Error e) {
            failure = e;
        } finally {
            lock.lock();
            try {
                ended = true;
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    private List<StoredEvent> readBatch() {
        List<StoredEvent> events = new ArrayList<>(EVENTS);
        long bytes = 0;
        while (events.size() < EVENTS && bytes < BYTES && cursor.hasNext()) {
            StoredEvent event = cursor.next();
            bytes += event.payload().size();
            events.add(event);
        }
        return events;
    }

    /** False if nobody wants it any more. */
    private boolean hand(List<StoredEvent> events) {
        lock.lock();
        try {
            while (batches.size() == BATCHES && !closed) {
                changed.awaitUninterruptibly();
            }
            batches.add(events);
            changed.signalAll();
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    /** Empty at the end. What was read before a failure is given before it. */
    private List<StoredEvent> nextBatch() {
        lock.lock();
        try {
            while (batches.isEmpty() && !ended) {
                changed.await();
            }
            List<StoredEvent> events = batches.poll();
            changed.signalAll();
            if (events != null) {
                return events;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageException(Fault.INTERRUPTED, "interrupted while waiting for events to be read", e);
        } finally {
            lock.unlock();
        }
        return rethrown(failure);
    }

    private static List<StoredEvent> rethrown(@Nullable Throwable failure) {
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        return List.of();
    }
}
