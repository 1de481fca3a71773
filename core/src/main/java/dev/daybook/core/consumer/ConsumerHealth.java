package dev.daybook.core.consumer;

import java.time.Duration;
import java.util.Optional;

/**
 * How a consumer is, as this process sees it.
 *
 * @param name the consumer's name
 * @param status what it does
 * @param checkpoint up to which position it has handled the log
 * @param lag how many positions it is behind the log
 * @param behindFor for how long it has been behind without coming nearer, zero if it is not behind or moves
 * @param handled how many events it has handled since it was started here
 * @param parked how many events are parked
 * @param lastError what went wrong last, if anything has since it last moved
 * @param diagnosis what it does or why it does not move, in words
 */
public record ConsumerHealth(
        String name,
        Status status,
        long checkpoint,
        long lag,
        Duration behindFor,
        long handled,
        long parked,
        Optional<String> lastError,
        String diagnosis) {

    /** What a consumer does. */
    public enum Status {
        /** Handles events, or has handled all there are. */
        RUNNING,
        /** Another process has the lease. */
        STANDBY,
        /** Tries an event or the database again. */
        RETRYING,
        /** Has been handling one event, or waiting for the database, for longer than a lease is valid. */
        STUCK,
        /** Has given up at an event, or was stopped. */
        STOPPED
    }

    /**
     * Whether all is well: never of a consumer that has stopped, is stuck or keeps failing.
     *
     * @return true if it runs, or waits for its turn
     */
    public boolean isHealthy() {
        return switch (status) {
            case RUNNING, STANDBY -> true;
            case RETRYING, STUCK, STOPPED -> false;
        };
    }
}
