package dev.daybook.console.reading;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

/** Work that takes longer than a call may: each call does a little of it, and the rest is done beside the calls, slice by slice. */
final class Background implements AutoCloseable {

    /** Work that can be done bit by bit. */
    interface Work {
        /** Goes on for about so long; true if there is nothing left. */
        boolean goOn(long nanos);
    }

    private static final long SLICE_NANOS = Duration.ofMillis(5).toNanos();

    /** Fair, so that who works beside the calls does not keep them out. */
    private final ReentrantLock lock = new ReentrantLock(true);

    private final ReentrantLock turns;
    private final Work work;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile long until;
    private volatile boolean closed;

    /**
     * Beside the calls.
     *
     * @param turns taken by whoever works beside the calls, so that it is one at a time
     */
    Background(ReentrantLock turns, Work work) {
        this.turns = turns;
        this.work = work;
    }

    /**
     * Goes on for a moment, and beside the calls from then on.
     *
     * @param nanos how long this call has
     * @param interest for how long the work goes on unless it is asked for again, 0 for not at all
     * @param look at the work, told whether there is nothing left
     */
    <R> R goOn(long nanos, long interest, Function<Boolean, R> look) {
        long started = System.nanoTime();
        if (interest > 0) {
            until = started + Math.min(interest, Long.MAX_VALUE / 2);
        }
        boolean isMine = await(nanos);
        if (!isMine) {
            lock.lock();
        }
        try {
            boolean done = isMine && work.goOn(Math.max(1, nanos - (System.nanoTime() - started)));
            if (!done && interest > 0) {
                beside();
            }
            return look.apply(done);
        } finally {
            lock.unlock();
        }
    }

    private boolean await(long nanos) {
        try {
            return lock.tryLock(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void beside() {
        if (!closed && running.compareAndSet(false, true)) {
            Thread.ofVirtual().name("daybook-console-counting").start(this::run);
        }
    }

    /** Looks at the work while nobody goes on with it. */
    <R> R locked(Supplier<R> look) {
        lock.lock();
        try {
            return look.get();
        } finally {
            lock.unlock();
        }
    }

    /** Whether the work goes on beside the calls at this moment. */
    boolean isRunning() {
        return running.get();
    }

    private void run() {
        try {
            boolean done = false;
            while (!done && !closed && System.nanoTime() - until < 0) {
                turns.lock();
                try {
                    done = locked(() -> work.goOn(SLICE_NANOS));
                } finally {
                    turns.unlock();
                }
            }
        } catch (RuntimeException fault) {
            // Who closes the work can close the log as well, while a slice is under way.
            if (!closed) {
                System.getLogger(Background.class.getName())
                        .log(System.Logger.Level.WARNING, "events could not be counted; the next call goes on", fault);
            }
        } finally {
            running.set(false);
        }
    }

    /** The work is left as it is. */
    @Override
    public void close() {
        closed = true;
    }
}
