package dev.daybook.ports.log;

/**
 * Continues a log with the history of another one. This is how a log moves from one engine to another: an append would give its
 * events new positions and a new recordedAt, and what was known when could not be asked any more. Safe for concurrent use.
 */
public interface LogContinuation {

    /**
     * Takes events just as they stand in another log, position, sequence and recordedAt included, all of them or none. They are taken
     * if they follow on what the log has: the first new position is the one behind the log's last, sequences go on, and recordedAt
     * does not decrease. What the log has already, equal in everything, is passed over, so that a call can be repeated.
     *
     * <p>It is as durable as an append when it returns, and an interrupted thread is treated as {@link EventLog#append} does.
     *
     * @param stretch events of another log
     * @throws StretchRefusedException if the log has another event at one of the positions, or the events do not follow on what it
     *     has; nothing is written
     * @throws dev.daybook.ports.storage.LimitExceededException if it is larger than the storage states for an append; nothing is
     *     written
     * @throws dev.daybook.ports.storage.StorageException if the engine cannot do its work
     */
    void take(Stretch stretch);
}
