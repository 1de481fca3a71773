package dev.daybook.core.consumer;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a consumer is, as this process sees it.
 *
 * @param name the consumer's name
 * @param status what it does
 * @param checkpoint up to which position it has handled the log
 * @param lag how many positions it is behind the log
 * @param lagTime how long ago the first event behind its checkpoint was recorded, by the clock of this process; zero if there is none
 * @param rate how many events a second it has handled here in the last minute, or since it was made if that is less
 * @param handled how many events it has handled since it was made here
 * @param lastProgress when its checkpoint was moved here last, if ever
 * @param parked how many events are parked
 * @param lastError what went wrong last, if anything has since it last moved
 * @param diagnosis what it does or why it does not move, in words
 */
public record ConsumerHealth(
        String name,
        Status status,
        long checkpoint,
        long lag,
        Duration lagTime,
        double rate,
        long handled,
        Optional<Instant> lastProgress,
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

    ConsumerHealth at(long otherCheckpoint, String otherDiagnosis) {
        return new ConsumerHealth(
                name,
                status,
                otherCheckpoint,
                lag,
                lagTime,
                rate,
                handled,
                lastProgress,
                parked,
                lastError,
                otherDiagnosis);
    }

    ConsumerHealth behind(long positions, Duration time) {
        return new ConsumerHealth(
                name, status, checkpoint, positions, time, rate, handled, lastProgress, parked, lastError, diagnosis);
    }

    /** The storage does not answer, so nobody knows how far behind it is: not less than before. */
    ConsumerHealth cannotAsk(@Nullable ConsumerHealth before, String error) {
        return new ConsumerHealth(
                name,
                isHealthy() ? Status.RETRYING : status,
                checkpoint,
                before == null ? lag : before.lag(),
                before == null ? lagTime : before.lagTime(),
                rate,
                handled,
                lastProgress,
                parked,
                Optional.of(error),
                diagnosis + "; the storage does not say how far the log has come: " + error);
    }
}
