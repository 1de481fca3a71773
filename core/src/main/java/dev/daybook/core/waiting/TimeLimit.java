package dev.daybook.core.waiting;

import java.time.Duration;

/** The end of a wait that is made up of several. */
public final class TimeLimit {

    private final long end;

    /**
     * Begins now.
     *
     * @param atMost how long to wait in all
     */
    public TimeLimit(Duration atMost) {
        this.end = System.nanoTime() + atMost.toNanos();
    }

    /**
     * What is left.
     *
     * @return a time, zero if it has passed
     */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    /**
     * What is left of it and of something shorter.
     *
     * @param shorter how long to wait for a part
     * @return the shorter one
     */
    public Duration leftOf(Duration shorter) {
        Duration left = left();
        return left.compareTo(shorter) < 0 ? left : shorter;
    }
}
