package dev.daybook.core.consumer;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a consumer's thread is doing, told to whoever asks. Safe for concurrent use. */
final class Pulse {

    private static final long NO_EVENT = -1;
    private static final long ASK = Duration.ofMillis(250).toNanos();

    private ConsumerHealth.Status status = ConsumerHealth.Status.STOPPED;
    private String doing = "was not started";
    private long handling = NO_EVENT;
    private @Nullable String lastError;
    private long checkpoint;
    private long handled;
    private long parked;
    private final Rate rate = new Rate(System.nanoTime());
    private @Nullable Instant lastProgress;
    private long busySince;
    private int waiting;

    synchronized void is(ConsumerHealth.Status now, String what) {
        status = now;
        does(what);
    }

    /** Something that may never come back is begun. */
    synchronized void begin(String what) {
        busySince = System.nanoTime();
        does(what);
    }

    /** The same for an event, of which nothing is put into words unless somebody asks. */
    synchronized void handles(long position) {
        busySince = System.nanoTime();
        handling = position;
    }

    private void does(String what) {
        doing = what;
        handling = NO_EVENT;
    }

    synchronized void end() {
        busySince = 0;
    }

    <T extends @Nullable Object> T during(String what, Supplier<T> action) {
        begin(what);
        try {
            return action.get();
        } finally {
            end();
        }
    }

    synchronized void failed(String error) {
        status = ConsumerHealth.Status.RETRYING;
        lastError = error;
    }

    synchronized void startsAt(long position, long parkedNow) {
        checkpoint = position;
        parked = parkedNow;
    }

    synchronized void movedTo(long position, long more, long parkedNow, Instant now) {
        if (position > checkpoint) {
            lastProgress = now;
        }
        rate.add(System.nanoTime(), more);
        checkpoint = position;
        handled += more;
        parked = parkedNow;
        lastError = null;
        status = ConsumerHealth.Status.RUNNING;
        notifyAll();
    }

    synchronized boolean isRunning() {
        return status != ConsumerHealth.Status.STOPPED;
    }

    /** Somebody waits for the checkpoint to move. */
    synchronized boolean isAwaited() {
        return waiting > 0;
    }

    /**
     * Where another process moves the checkpoint, the storage is asked for it now and then. Where this one does, it is woken to see that
     * somebody waits.
     */
    boolean awaitCheckpoint(long position, Duration atMost, LongSupplier stored, Runnable wake)
            throws InterruptedException {
        if (hasReached(position, 0)) {
            return true;
        }
        waits(1);
        try {
            wake.run();
            return awaitCheckpoint(position, atMost, stored);
        } finally {
            waits(-1);
        }
    }

    private synchronized void waits(int more) {
        waiting += more;
    }

    private boolean awaitCheckpoint(long position, Duration atMost, LongSupplier stored) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (true) {
            long left = end - System.nanoTime();
            if (hasReached(position, Math.min(left, ASK)) || stored.getAsLong() >= position) {
                return true;
            }
            if (left <= 0) {
                return false;
            }
        }
    }

    private synchronized boolean hasReached(long position, long nanos) throws InterruptedException {
        if (checkpoint < position && nanos > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, nanos);
        }
        return checkpoint >= position;
    }

    /** How it goes here; how far behind it is, is the caller's to say. */
    synchronized ConsumerHealth health(String name, Duration patience) {
        boolean isStuck = busySince != 0 && System.nanoTime() - busySince > patience.toNanos();
        ConsumerHealth.Status told =
                isStuck && status != ConsumerHealth.Status.STOPPED ? ConsumerHealth.Status.STUCK : status;
        return new ConsumerHealth(
                name,
                told,
                checkpoint,
                0,
                Duration.ZERO,
                rate.perSecond(System.nanoTime()),
                handled,
                Optional.ofNullable(lastProgress),
                parked,
                Optional.ofNullable(lastError),
                diagnosis(told));
    }

    private String diagnosis(ConsumerHealth.Status told) {
        String error = lastError == null ? "" : "; last error: " + lastError;
        String busy = told == ConsumerHealth.Status.STUCK
                ? " for " + Duration.ofNanos(System.nanoTime() - busySince).toSeconds() + " s"
                : "";
        String does = handling == NO_EVENT ? doing : "handles the event at position " + handling;
        return does + busy + error;
    }
}
