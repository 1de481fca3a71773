package dev.daybook.ports.event;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.util.UUID;

/**
 * Makes event ids: UUID version 7 after RFC 9562, section 5.7, increasing within one generator (section 6.2, method 2: the
 * random part counts up within a millisecond, and a clock that steps back is not followed). Safe for concurrent use.
 */
public final class EventIds {

    private static final long COUNTER_BITS = 12;
    private static final long COUNTER_MASK = (1L << COUNTER_BITS) - 1;

    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    /** Milliseconds since the epoch in the upper bits, the counter (rand_a) in the lower twelve. */
    private long last;

    /** Ids after the system's clock. */
    public EventIds() {
        this(Clock.systemUTC());
    }

    /**
     * Ids after a given clock.
     *
     * @param clock where the milliseconds come from
     */
    public EventIds(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * A new id, greater than every id this generator gave before.
     *
     * @return a UUID of version 7
     */
    public UUID next() {
        long stamp = nextStamp();
        long most = (stamp >>> COUNTER_BITS) << 16 | 0x7000L | (stamp & COUNTER_MASK);
        long least = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(most, least);
    }

    private synchronized long nextStamp() {
        // Half of the counter's range is left above the random start, so that a busy millisecond rarely borrows the
        // next one.
        long now = clock.millis() << COUNTER_BITS | random.nextInt(1 << (COUNTER_BITS - 1));
        last = Math.max(last + 1, now);
        return last;
    }
}
