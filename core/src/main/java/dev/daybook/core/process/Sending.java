package dev.daybook.core.process;

import java.util.UUID;

/**
 * What is kept of a command in the outbox beside its content.
 *
 * @param after up to where the log was handled when it was sent, behind which its events are
 * @param error why it is parked, else empty
 */
record Sending(UUID id, String process, String aggregateId, Cause cause, long after, String error) {

    Sending parked(String why) {
        return new Sending(id, process, aggregateId, cause, after, why);
    }
}
