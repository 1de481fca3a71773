package dev.daybook.core.projection;

import java.time.Duration;

/** The end of a wait. */
final class Deadline {

    private final long end;

    Deadline(Duration atMost) {
        this.end = System.nanoTime() + atMost.toNanos();
    }

    /** What is left, nothing if it has passed. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    /** What is left of it and of something shorter. */
    Duration leftOf(Duration shorter) {
        return left().compareTo(shorter) < 0 ? left() : shorter;
    }
}
