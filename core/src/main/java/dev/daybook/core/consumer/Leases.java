package dev.daybook.core.consumer;

import dev.daybook.ports.consumer.ConsumerState;
import dev.daybook.ports.consumer.Consumers;
import dev.daybook.ports.consumer.Lease;
import dev.daybook.ports.storage.StorageException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The leases of this process. One thread shows for all of them together that they are in use, and only while there are any. Safe for
 * concurrent use.
 */
public final class Leases implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Leases.class.getName());

    /** How often a lease is shown to be in use before it would count as unused. */
    private static final int BEATS = 3;

    private final Consumers consumers;
    private final String owner = UUID.randomUUID().toString();
    private final ReentrantLock mutex = new ReentrantLock();
    private final Condition changed = mutex.newCondition();
    private final Map<Lease, Duration> held = new HashMap<>();
    private boolean running;
    private boolean closed;

    /**
     * Of one log.
     *
     * @param consumers keeps them
     */
    public Leases(Consumers consumers) {
        this.consumers = consumers;
    }

    /** Takes the lease of a consumer if nobody uses it. */
    Optional<Lease> claim(String consumer, Duration validity, LeaseWatch watch) {
        Optional<ConsumerState> seen = consumers.find(consumer);
        if (seen.isPresent() && !seen.get().isFree() && !watch.isUnused(seen.get(), validity)) {
            return Optional.empty();
        }
        Optional<Lease> lease = consumers.claim(consumer, owner, seen);
        lease.ifPresent(taken -> keep(taken, validity));
        return lease;
    }

    /** Lets others have at once what nobody uses any more. False if somebody does. */
    boolean free(ConsumerState seen, Duration validity, LeaseWatch watch) {
        if (!watch.isUnused(seen, validity)) {
            return false;
        }
        consumers.claim(seen.name(), owner, Optional.of(seen)).ifPresent(consumers::release);
        return true;
    }

    /** Whether this process has it, as it was seen. */
    boolean isOwn(ConsumerState seen) {
        return seen.owner().equals(owner);
    }

    boolean isHeld(Lease lease) {
        mutex.lock();
        try {
            return held.containsKey(lease);
        } finally {
            mutex.unlock();
        }
    }

    /** It has been lost, or is not needed any more. */
    void drop(Lease lease) {
        mutex.lock();
        try {
            held.remove(lease);
            changed.signalAll();
        } finally {
            mutex.unlock();
        }
    }

    /** Lets others have the consumer at once. */
    void release(Lease lease) {
        drop(lease);
        consumers.release(lease);
    }

    @Override
    public void close() {
        mutex.lock();
        try {
            closed = true;
            held.clear();
            changed.signalAll();
        } finally {
            mutex.unlock();
        }
    }

    private void keep(Lease lease, Duration validity) {
        mutex.lock();
        try {
            held.put(lease, validity);
            changed.signalAll();
            if (!running && !closed) {
                running = true;
                Thread.ofVirtual().name("daybook-leases").start(this::beat);
            }
        } finally {
            mutex.unlock();
        }
    }

    private void beat() {
        while (awaitBeat()) {
            Set<Lease> leases = held();
            try {
                consumers.renew(leases).forEach(this::drop);
            } catch (StorageException e) {
                // Whoever uses a lease has the same trouble, and tells.
                LOG.log(System.Logger.Level.DEBUG, "leases could not be renewed", e);
            }
        }
    }

    private Set<Lease> held() {
        mutex.lock();
        try {
            return Set.copyOf(held.keySet());
        } finally {
            mutex.unlock();
        }
    }

    /** False when there is nothing to renew any more, and this thread ends. */
    private boolean awaitBeat() {
        mutex.lock();
        try {
            long begun = System.nanoTime();
            while (!held.isEmpty() && !closed) {
                long left = begun + pause() - System.nanoTime();
                if (left <= 0) {
                    return true;
                }
                changed.awaitNanos(left);
            }
            running = false;
            return false;
        } catch (InterruptedException e) {
            running = false;
            return false;
        } finally {
            mutex.unlock();
        }
    }

    private long pause() {
        return held.values().stream().mapToLong(Duration::toNanos).min().orElse(0) / BEATS;
    }
}
