package dev.daybook.ports.log;

import dev.daybook.ports.event.Timestamps;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A span of time, both ends included, at microsecond precision.
 *
 * @param from the earliest time in it
 * @param to the latest time in it; before {@code from} in a span that holds nothing
 */
public record TimeSpan(Instant from, Instant to) {

    /** Ends of spans that hold nothing, near enough to be numbers of microseconds too. */
    private static final Instant BEFORE_ALL = Timestamps.EARLIEST.minusNanos(1000);

    private static final Instant AFTER_ALL = Timestamps.LATEST.plusNanos(1000);

    private static final TimeSpan ALWAYS = new TimeSpan(Timestamps.EARLIEST, Timestamps.LATEST);

    /** Brings both ends within the bounds of {@link Timestamps} without leaving out a time that an event can bear. */
    public TimeSpan {
        from = from.isBefore(Timestamps.EARLIEST) ? Timestamps.EARLIEST : ceiling(earlier(from, AFTER_ALL));
        to = to.isAfter(Timestamps.LATEST) ? Timestamps.LATEST : floor(later(to, BEFORE_ALL));
    }

    /**
     * All of time.
     *
     * @return the span without a bound
     */
    public static TimeSpan always() {
        return ALWAYS;
    }

    /**
     * Everything up to a moment.
     *
     * @param to the latest time in it
     * @return the span
     */
    public static TimeSpan until(Instant to) {
        return new TimeSpan(Timestamps.EARLIEST, to);
    }

    /**
     * Everything from a moment on.
     *
     * @param from the earliest time in it
     * @return the span
     */
    public static TimeSpan since(Instant from) {
        return new TimeSpan(from, Timestamps.LATEST);
    }

    /**
     * From one moment to another.
     *
     * @param from the earliest time in it
     * @param to the latest time in it
     * @return the span
     */
    public static TimeSpan between(Instant from, Instant to) {
        return new TimeSpan(from, to);
    }

    /**
     * Whether it leaves nothing out.
     *
     * @return true for {@link #always}
     */
    public boolean isAlways() {
        return equals(ALWAYS);
    }

    /**
     * Whether a time lies in it.
     *
     * @param time any time
     * @return true if it does
     */
    public boolean contains(Instant time) {
        return !time.isBefore(from) && !time.isAfter(to);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant floor(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS);
    }

    private static Instant ceiling(Instant time) {
        Instant floor = floor(time);
        return floor.equals(time) ? time : floor.plusNanos(1000);
    }
}
