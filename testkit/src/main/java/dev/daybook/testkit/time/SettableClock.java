package dev.daybook.testkit.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test moves it, in either direction. Safe for concurrent use. */
public final class SettableClock implements InstantSource {

    /** Where a clock stands when nothing else is said: the first moment of 2026. */
    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final AtomicReference<Instant> now;

    private SettableClock(Instant start) {
        this.now = new AtomicReference<>(start);
    }

    /**
     * A clock that stands at {@link #START}.
     *
     * @return the clock
     */
    public static SettableClock create() {
        return at(START);
    }

    /**
     * A clock that stands at a moment.
     *
     * @param start what it shows first
     * @return the clock
     */
    public static SettableClock at(Instant start) {
        return new SettableClock(start);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    /**
     * Puts the clock to a moment, later or earlier than it stands.
     *
     * @param moment what it shows from now on
     */
    public void set(Instant moment) {
        now.set(moment);
    }

    /**
     * Moves the clock on.
     *
     * @param by how far, not negative
     * @return what it shows now
     * @throws IllegalArgumentException if the duration is negative; {@link #stepBack} says so by name
     */
    public Instant advance(Duration by) {
        return now.updateAndGet(moment -> moment.plus(notNegative(by)));
    }

    /**
     * Moves the clock back, as a machine's clock does when it is corrected.
     *
     * @param by how far, not negative
     * @return what it shows now
     * @throws IllegalArgumentException if the duration is negative
     */
    public Instant stepBack(Duration by) {
        return now.updateAndGet(moment -> moment.minus(notNegative(by)));
    }

    @Override
    public String toString() {
        return "SettableClock at " + instant();
    }

    private static Duration notNegative(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException(by + " is negative; use advance to go on and stepBack to go back");
        }
        return by;
    }
}
