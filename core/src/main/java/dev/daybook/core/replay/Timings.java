package dev.daybook.core.replay;

import java.time.Duration;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** Counts how long replays take, in this process. Safe for concurrent use. */
public final class Timings {

    private final LongAdder count = new LongAdder();
    private final LongAdder total = new LongAdder();
    private final LongAccumulator max = new LongAccumulator(Math::max, 0);
    private volatile long last;

    /** With nothing counted yet. */
    public Timings() {}

    /**
     * Counts one that ends now.
     *
     * @param startedNanos what {@link System#nanoTime} said when it began
     */
    public void countSince(long startedNanos) {
        long taken = System.nanoTime() - startedNanos;
        count.increment();
        total.add(taken);
        max.accumulate(taken);
        last = taken;
    }

    /**
     * What has been counted.
     *
     * @return the figures at this moment
     */
    public Timing timing() {
        long n = count.sum();
        return new Timing(
                n, Duration.ofNanos(last), Duration.ofNanos(n == 0 ? 0 : total.sum() / n), Duration.ofNanos(max.get()));
    }
}
