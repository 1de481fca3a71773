package dev.daybook.torture.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;

/**
 * How a storage is opened.
 *
 * @param lockWait how long for the log's lock
 * @param timeout how long for a server's answer
 * @param patience how long with a server that is away
 * @param clock where the time of recording comes from
 */
public record Opening(Duration lockWait, Duration timeout, Duration patience, InstantSource clock) {

    /** As a storage is opened when nothing else is chosen. */
    public static Opening usual() {
        return new Opening(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(10), Clock.systemUTC());
    }

    /** With another patience. */
    public Opening patience(Duration atMost) {
        return new Opening(lockWait, timeout, atMost, clock);
    }

    /** With another wait for the lock. */
    public Opening lockWait(Duration atMost) {
        return new Opening(atMost, timeout, patience, clock);
    }

    /** With another time-out of the server. */
    public Opening timeout(Duration atMost) {
        return new Opening(lockWait, atMost, patience, clock);
    }

    /** With another clock. */
    public Opening clock(InstantSource source) {
        return new Opening(lockWait, timeout, patience, source);
    }
}
