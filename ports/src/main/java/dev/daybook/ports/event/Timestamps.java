package dev.daybook.ports.event;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The one notion of time in Daybook: UTC at microsecond precision, within the years 0000 to 9999 that RFC 3339 can write.
 */
public final class Timestamps {

    /** The earliest time an event can bear: 0000-01-01T00:00:00Z. */
    public static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");

    /** The latest time an event can bear: 9999-12-31T23:59:59.999999Z. */
    public static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private static final long MICROS_PER_SECOND = 1_000_000L;

    private Timestamps() {}

    /**
     * Cuts a time to microseconds, towards the past.
     *
     * @param time any time within {@link #EARLIEST} and {@link #LATEST}
     * @return the same time, without what is finer than a microsecond
     * @throws IllegalArgumentException if it lies outside of these bounds
     */
    public static Instant normal(Instant time) {
        Instant cut = time.truncatedTo(ChronoUnit.MICROS);
        if (cut.isBefore(EARLIEST) || cut.isAfter(LATEST)) {
            throw new IllegalArgumentException("time " + time + " is outside of " + EARLIEST + " to " + LATEST
                    + ", the years RFC 3339 can write; give a time within them");
        }
        return cut;
    }

    /**
     * A time as one number.
     *
     * @param time a time within {@link #EARLIEST} and {@link #LATEST}
     * @return microseconds since 1970-01-01T00:00:00Z, negative before
     */
    public static long toMicros(Instant time) {
        return time.getEpochSecond() * MICROS_PER_SECOND + time.getNano() / 1000;
    }

    /**
     * The inverse of {@link #toMicros}.
     *
     * @param micros microseconds since 1970-01-01T00:00:00Z
     * @return that time
     */
    public static Instant ofMicros(long micros) {
        return Instant.ofEpochSecond(
                Math.floorDiv(micros, MICROS_PER_SECOND), Math.floorMod(micros, MICROS_PER_SECOND) * 1000);
    }
}
