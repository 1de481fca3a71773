package dev.daybook.jooq;

import dev.daybook.ports.storage.Fault;
import dev.daybook.ports.storage.StorageException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Leader and followers: whoever finds nobody writing leads and commits what stands in the queue, its own request first, in one
 * transaction; whoever comes meanwhile queues, and the first of the queue leads next. No thread of its own, and no hand-over
 * where there is no contention.
 */
final class GroupCommit {

    /** So that a group stays within a few megabytes and nobody waits long for neighbours. */
    private static final int EVENTS_PER_GROUP = 2_048;

    private static final long BYTES_PER_GROUP = 8L << 20;

    private final Consumer<List<Request<?>>> writer;
    private final String location;
    private final Runnable gate;
    private final ReentrantLock mutex = new ReentrantLock();
    private final Condition idle = mutex.newCondition();
    private final ArrayDeque<Request<?>> queue = new ArrayDeque<>();
    private boolean led;
    private boolean closed;

    /** The writer gives every request of a group its outcome; the gate throws where nobody may write. */
    GroupCommit(Consumer<List<Request<?>>> writer, String location, Runnable gate) {
        this.writer = writer;
        this.location = location;
        this.gate = gate;
    }

    <R> R submit(Request<R> request) {
        gate.run();
        if (enter(request) || awaitTurn(request)) {
            lead();
            Turns.giveWay();
        }
        return request.outcome();
    }

    /** Lets the group under way finish and refuses whoever has not been taken yet. */
    void close() {
        mutex.lock();
        try {
            closed = true;
            while (led) {
                idle.awaitUninterruptibly();
            }
        } finally {
            mutex.unlock();
        }
    }

    private boolean enter(Request<?> request) {
        mutex.lock();
        try {
            if (closed) {
                throw closed();
            }
            queue.add(request);
            if (led) {
                return false;
            }
            led = true;
            return true;
        } finally {
            mutex.unlock();
        }
    }

    /** True when it is this thread's turn to lead, false when somebody has brought the outcome. */
    private boolean awaitTurn(Request<?> request) {
        boolean interrupted = false;
        try {
            while (request.isWaiting()) {
                LockSupport.park(this);
                if (Thread.interrupted()) {
                    interrupted = true;
                    if (withdraw(request)) {
                        throw new StorageException(
                                Fault.INTERRUPTED,
                                "interrupted while waiting to write to " + location
                                        + "; nothing was written. Append again if it is still wanted",
                                null);
                    }
                }
            }
            return request.isLeading();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private boolean withdraw(Request<?> request) {
        mutex.lock();
        try {
            return request.isWaiting() && queue.remove(request);
        } finally {
            mutex.unlock();
        }
    }

    private void lead() {
        List<Request<?>> group = take();
        try {
            writer.accept(group);
        } finally {
            handOver();
            for (Request<?> request : group) {
                request.release();
            }
        }
    }

    private List<Request<?>> take() {
        List<Request<?>> group = new ArrayList<>();
        mutex.lock();
        try {
            int events = 0;
            long bytes = 0;
            while (!queue.isEmpty() && events < EVENTS_PER_GROUP && bytes < BYTES_PER_GROUP) {
                Request<?> next = queue.remove();
                group.add(next);
                events += next.events();
                bytes += next.bytes();
            }
            return group;
        } finally {
            mutex.unlock();
        }
    }

    /** Before the outcomes are handed out, so that the next group is under way while this one's threads wake. */
    private void handOver() {
        mutex.lock();
        try {
            if (closed) {
                queue.forEach(request -> {
                    request.fail(closed());
                    request.release();
                });
                queue.clear();
            }
            Request<?> next = queue.peek();
            if (next == null) {
                led = false;
                idle.signalAll();
            } else {
                next.promote();
            }
        } finally {
            mutex.unlock();
        }
    }

    private StorageException closed() {
        return new StorageException(
                Fault.CLOSED, location + " was closed; nothing was written. Open it again to go on", null);
    }
}
