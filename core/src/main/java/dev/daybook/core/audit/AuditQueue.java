package dev.daybook.core.audit;

import dev.daybook.ports.event.NewEvent;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Events on their way to the writer, in order. Whoever puts one in never waits longer than it takes to put one in. */
final class AuditQueue {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Condition settlement = lock.newCondition();
    private final ArrayDeque<NewEvent> waiting = new ArrayDeque<>();
    private final int capacity;
    private long taken;
    private long settled;
    private boolean closed;

    AuditQueue(int capacity) {
        this.capacity = capacity;
    }

    /** Whether there was room. */
    boolean offer(NewEvent event) {
        lock.lock();
        try {
            if (closed || waiting.size() >= capacity) {
                return false;
            }
            waiting.add(event);
            taken++;
            changed.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** The next events, at least one unless the queue is closed and empty. Waits for them. */
    List<NewEvent> next(int mostEvents, long mostBytes) {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closed) {
                changed.awaitUninterruptibly();
            }
            List<NewEvent> next = new ArrayList<>();
            long bytes = 0;
            while (!waiting.isEmpty() && next.size() < mostEvents) {
                bytes += waiting.getFirst().payload().size();
                if (bytes > mostBytes && !next.isEmpty()) {
                    break;
                }
                next.add(waiting.removeFirst());
            }
            return next;
        } finally {
            lock.unlock();
        }
    }

    /** To be called when so many of the events taken out are written or lost. */
    void settle(int count) {
        lock.lock();
        try {
            settled += count;
            settlement.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whether everything put in before this call was settled in time. */
    boolean awaitSettled(Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            long mark = taken;
            long left = Durations.nanos(atMost);
            while (settled < mark && left > 0) {
                left = settlement.awaitNanos(left);
            }
            return settled >= mark;
        } finally {
            lock.unlock();
        }
    }

    /** Waits, but no longer once the queue is being closed. */
    void pause(long nanos) {
        lock.lock();
        try {
            long left = nanos;
            boolean before = closed;
            while (left > 0 && closed == before) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException meaningless) {
            // The writer is nobody's to interrupt; with the status kept, every append would fail from now on.
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** Takes out everything that is still waiting, for nobody to write it. */
    List<NewEvent> abandon() {
        return next(Integer.MAX_VALUE, Long.MAX_VALUE);
    }
}
