package dev.daybook.core.audit;

import java.time.Duration;

/**
 * How an audit trail records.
 *
 * @param queue how many events may wait to be written; what comes beyond is lost, and said to be
 * @param retryFor for how long a storage that has a passing fault is tried again before what it did not take is lost
 * @param closeWithin how long closing waits for what is still to be written
 * @param descriptions say in words what happened
 */
public record AuditSettings(int queue, Duration retryFor, Duration closeWithin, Descriptions descriptions) {

    private static final AuditSettings STANDARD =
            new AuditSettings(10_000, Duration.ofSeconds(30), Duration.ofSeconds(30), Descriptions.generic());

    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException if the queue holds nothing
     */
    public AuditSettings {
        if (queue < 1) {
            throw new IllegalArgumentException("a queue of " + queue + " events can take none; give at least 1");
        }
    }

    /**
     * The usual: 10,000 events may wait, a fault may pass within 30 seconds, and so may closing.
     *
     * @return the settings
     */
    public static AuditSettings standard() {
        return STANDARD;
    }

    /**
     * The same with another queue.
     *
     * @param events how many may wait
     * @return a changed copy
     */
    public AuditSettings queue(int events) {
        return new AuditSettings(events, retryFor, closeWithin, descriptions);
    }

    /**
     * The same with another time for faults to pass.
     *
     * @param atMost for how long a write is tried again
     * @return a changed copy
     */
    public AuditSettings retryFor(Duration atMost) {
        return new AuditSettings(queue, atMost, closeWithin, descriptions);
    }

    /**
     * The same with another time for closing.
     *
     * @param atMost how long closing waits
     * @return a changed copy
     */
    public AuditSettings closeWithin(Duration atMost) {
        return new AuditSettings(queue, retryFor, atMost, descriptions);
    }

    /**
     * The same with other words.
     *
     * @param words say what happened
     * @return a changed copy
     */
    public AuditSettings descriptions(Descriptions words) {
        return new AuditSettings(queue, retryFor, closeWithin, words);
    }
}
