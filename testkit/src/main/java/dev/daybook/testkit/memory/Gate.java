package dev.daybook.testkit.memory;

import dev.daybook.ports.storage.Fault;
import dev.daybook.ports.storage.StorageException;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The one lock of a storage, which nobody passes once it is closed. */
class Gate {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private boolean closed;

    <T> T pass(Supplier<T> work) {
        lock.lock();
        try {
            if (closed) {
                throw closed();
            }
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until something is so; whoever makes it so calls {@link #noteGrowth}. */
    boolean await(BooleanSupplier condition, Duration atMost) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = atMost.toNanos();
            while (!condition.getAsBoolean() && left > 0 && !closed) {
                left = grown.awaitNanos(left);
            }
            if (closed) {
                throw closed();
            }
            return condition.getAsBoolean();
        } finally {
            lock.unlock();
        }
    }

    /** Within {@link #pass}. */
    void noteGrowth() {
        grown.signalAll();
    }

    private static StorageException closed() {
        return new StorageException(
                Fault.CLOSED, "the in-memory storage was closed; use it before, or open a new one", null);
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
