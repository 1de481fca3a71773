package dev.daybook.core.audit;

import java.time.Duration;

/** Durations as waiting wants them. */
final class Durations {

    private Durations() {}

    /** The longest wait there is for what is longer: {@code ChronoUnit.FOREVER} is a fair thing to ask for. */
    static long nanos(Duration duration) {
        try {
            return duration.toNanos();
        } catch (ArithmeticException tooLong) {
            return duration.isNegative() ? 0 : Long.MAX_VALUE;
        }
    }
}
