package dev.daybook.torture.kill;

import java.time.Duration;

/**
 * One step of a plan.
 *
 * @param target who is killed
 * @param after how long after the last writer has opened the log
 * @param seed of the writers that take the place of those that are killed
 */
public record Kill(Target target, Duration after, long seed) {

    /** Who is killed. */
    public enum Target {
        WRITER,
        ALL_WRITERS,
        SERVER,
        SERVER_PROCESS
    }
}
