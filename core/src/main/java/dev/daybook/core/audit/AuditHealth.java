package dev.daybook.core.audit;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How recording goes, since this process began.
 *
 * @param recorded how many events were handed over
 * @param written how many of them are in the log
 * @param lost how many of them never will be
 * @param queued how many of them wait to be written
 * @param state whether events are being taken and written
 * @param failure the last failure in words, with its time; null if there was none
 */
public record AuditHealth(
        long recorded,
        long written,
        long lost,
        long queued,
        State state,
        @Nullable Failure failure) {

    /** Whether events are being taken and written. */
    public enum State {
        /** Events are taken and written. */
        RUNNING,
        /** Events are taken, but the storage has a fault and the writing is tried again. */
        RETRYING,
        /** Events are no longer taken. */
        CLOSED
    }

    /**
     * Something that went wrong.
     *
     * @param at when
     * @param message what, with the identity of the event where one was lost
     */
    public record Failure(Instant at, String message) {}

    /**
     * Whether all is well.
     *
     * @return true if nothing was lost and the storage takes what is written
     */
    public boolean isHealthy() {
        return lost == 0 && state != State.RETRYING;
    }

    /**
     * What went wrong last.
     *
     * @return the last failure, if there was one
     */
    public Optional<Failure> lastFailure() {
        return Optional.ofNullable(failure);
    }
}
