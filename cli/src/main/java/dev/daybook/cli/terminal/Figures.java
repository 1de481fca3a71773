package dev.daybook.cli.terminal;

import java.time.Duration;
import java.util.Locale;

/** Numbers for people. */
public final class Figures {

    private static final double KILO = 1_000;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_MICRO = 1e3;

    private Figures() {}

    /**
     * A number with its thousands set apart.
     *
     * @param number any number
     * @return such as {@code 20,000}
     */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /**
     * So many in so much time, per second.
     *
     * @param number how many
     * @param nanos the time, in nanoseconds
     * @return such as {@code 61,000}
     */
    public static String rate(long number, long nanos) {
        return count(Math.round(number * NANOS_PER_SECOND / Math.max(1, nanos)));
    }

    /**
     * A duration in the unit that suits it.
     *
     * @param duration how long
     * @return such as {@code 1.42 s}, {@code 12.3 ms} or {@code 85 us}
     */
    public static String time(Duration duration) {
        long nanos = duration.toNanos();
        if (nanos >= NANOS_PER_SECOND) {
            return String.format(Locale.ROOT, "%.2f s", nanos / NANOS_PER_SECOND);
        }
        return nanos >= NANOS_PER_MILLI
                ? String.format(Locale.ROOT, "%.1f ms", nanos / NANOS_PER_MILLI)
                : String.format(Locale.ROOT, "%.0f us", nanos / NANOS_PER_MICRO);
    }

    /**
     * A size, with a kilobyte of 1,000 bytes.
     *
     * @param bytes how many bytes
     * @return such as {@code 6.4 MB}
     */
    public static String bytes(long bytes) {
        if (bytes < KILO) {
            return bytes + " bytes";
        }
        return bytes < KILO * KILO
                ? String.format(Locale.ROOT, "%.1f kB", bytes / KILO)
                : String.format(Locale.ROOT, "%.1f MB", bytes / KILO / KILO);
    }
}
