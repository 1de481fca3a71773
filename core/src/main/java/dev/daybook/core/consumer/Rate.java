package dev.daybook.core.consumer;

import java.time.Duration;

/** How many a second there were in the last minute, by a monotonic clock. */
final class Rate {

    private static final int SECONDS = 60;
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final long start;
    private final long[] counts = new long[SECONDS];
    private long newest;

    /**
     * None so far.
     *
     * @param now nanoseconds of the clock
     */
    Rate(long now) {
        this.start = now;
    }

    void add(long now, long more) {
        moveTo(now);
        counts[(int) (newest % SECONDS)] += more;
    }

    double perSecond(long now) {
        moveTo(now);
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        long since = Math.min(now - start, (SECONDS - 1) * SECOND + (now - start) % SECOND);
        return sum * (double) SECOND / Math.max(SECOND, since);
    }

    /** Forgets the seconds that are more than a minute ago. */
    private void moveTo(long now) {
        long second = (now - start) / SECOND;
        long first = Math.max(newest + 1, second - SECONDS + 1);
        for (long each = first; each <= second; each++) {
            counts[(int) (each % SECONDS)] = 0;
        }
        newest = second;
    }
}
