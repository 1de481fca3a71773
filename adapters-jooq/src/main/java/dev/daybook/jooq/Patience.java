package dev.daybook.jooq;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** How long to go on trying what has failed because the database could not be reached, with longer and longer pauses. */
final class Patience {

    private static final long FIRST_PAUSE = 5_000_000L;
    private static final long LONGEST_PAUSE = 250_000_000L;

    private final long atMost;
    private long end;
    private boolean failed;
    private long pause = FIRST_PAUSE;
    private boolean interrupted;

    Patience(Duration atMost) {
        this.atMost = atMost.toNanos();
    }

    /**
     * Waits a little; false if it has waited long enough since the first failure. An interrupt cuts the pause short, and no more
     * than that.
     */
    boolean pause() {
        noteInterrupt();
        if (!failed) {
            // Not from the beginning: to find out that there is no answer can take longer than all patience.
            failed = true;
            end = System.nanoTime() + atMost;
        }
        if (atMost == 0 || System.nanoTime() - end >= 0) {
            return false;
        }
        LockSupport.parkNanos(pause);
        noteInterrupt();
        pause = Math.min(2 * pause, LONGEST_PAUSE);
        return true;
    }

    /**
     * Takes note of an interrupt and clears it: a driver that waits for a socket or a file in an interrupted thread closes it, and
     * could not open another. True if there was one, which may be why something has failed.
     */
    boolean noteInterrupt() {
        boolean now = Thread.interrupted();
        interrupted |= now;
        return now;
    }

    /** Gives the thread its interrupt back. */
    void end() {
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
