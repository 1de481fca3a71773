package dev.daybook.testkit.memory;

import dev.daybook.ports.storage.Fault;
import dev.daybook.ports.storage.StorageException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** The one lock of a storage, which nobody passes once it is closed. */
class Gate {

    private final ReentrantLock lock = new ReentrantLock();
    private boolean closed;

    <T> T pass(Supplier<T> work) {
        lock.lock();
        try {
            if (closed) {
                throw new StorageException(
                        Fault.CLOSED, "the in-memory storage was closed; use it before, or open a new one", null);
            }
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
        } finally {
            lock.unlock();
        }
    }
}
