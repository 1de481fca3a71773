package dev.daybook.core.consumer;

import java.time.Duration;

/**
 * How a consumer works. Immutable.
 *
 * @param batch how many events are handled before the checkpoint is moved, from 1 to 10,000; where fewer come, it is moved within
 *     50 ms, and at once where rows are changed or somebody waits for it. A projection counts changed rows instead, and takes up to
 *     ten times as many events for them, for up to 500 ms
 * @param leaseValidity how long a lease may stand unused before another process takes it
 * @param attempts how often an event is tried in all before {@code whenFailing} decides, at least 1
 * @param firstPause how long to wait before an event is tried again; doubled each time
 * @param longestPause how long to wait at most
 * @param whenFailing what becomes of an event that has failed so often
 */
public record ConsumerSettings(
        int batch,
        Duration leaseValidity,
        int attempts,
        Duration firstPause,
        Duration longestPause,
        WhenFailing whenFailing) {

    /** What becomes of an event that cannot be handled. Nothing is ever dropped by itself. */
    public enum WhenFailing {
        /** The consumer stops at it, and says so, until it is started again. */
        STOP,
        /** The event is parked, and the consumer goes on with the next. */
        PARK_EVENT,
        /** The event is parked and so is every later one of its aggregate, so that their order is kept. */
        PARK_AGGREGATE
    }

    private static final int MOST = 10_000;

    private static final ConsumerSettings STANDARD = new ConsumerSettings(
            1_000, Duration.ofSeconds(15), 5, Duration.ofMillis(100), Duration.ofSeconds(10), WhenFailing.STOP);

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is out of bounds
     */
    public ConsumerSettings {
        if (batch < 1 || batch > MOST) {
            throw new IllegalArgumentException("a batch of " + batch + " events; give 1 to " + MOST);
        }
        if (attempts < 1) {
            throw new IllegalArgumentException(attempts + " attempts are too few; give at least 1");
        }
        positive("the validity of a lease", leaseValidity);
        positive("the first pause", firstPause);
        positive("the longest pause", longestPause);
    }

    /**
     * The usual settings.
     *
     * @return batches of 1,000, leases of 15 seconds, 5 attempts with pauses of 100 ms to 10 s between them, then it stops
     */
    public static ConsumerSettings standard() {
        return STANDARD;
    }

    /**
     * The same with another size of batches.
     *
     * @param events how many events are handled before the checkpoint is moved, at most
     * @return changed settings
     */
    public ConsumerSettings withBatch(int events) {
        return new ConsumerSettings(events, leaseValidity, attempts, firstPause, longestPause, whenFailing);
    }

    /**
     * The same with another validity of leases.
     *
     * @param validity how long a lease may stand unused
     * @return changed settings
     */
    public ConsumerSettings withLeaseValidity(Duration validity) {
        return new ConsumerSettings(batch, validity, attempts, firstPause, longestPause, whenFailing);
    }

    /**
     * The same with other attempts.
     *
     * @param inAll how often an event is tried in all
     * @param first how long to wait before the second time; doubled each time
     * @param longest how long to wait at most
     * @return changed settings
     */
    public ConsumerSettings withAttempts(int inAll, Duration first, Duration longest) {
        return new ConsumerSettings(batch, leaseValidity, inAll, first, longest, whenFailing);
    }

    /**
     * The same with another end of failures.
     *
     * @param what what becomes of an event that cannot be handled
     * @return changed settings
     */
    public ConsumerSettings whenFailing(WhenFailing what) {
        return new ConsumerSettings(batch, leaseValidity, attempts, firstPause, longestPause, what);
    }

    private static void positive(String what, Duration time) {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException(what + " is " + time + "; give more than nothing");
        }
    }
}
