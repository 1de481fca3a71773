package dev.daybook.core.consumer;

import java.time.Instant;

/**
 * An event that a consumer could not handle, or that waits behind one of the same aggregate.
 *
 * @param position where it is in the log
 * @param aggregateId its aggregate
 * @param error what went wrong, or that it waits
 * @param parkedAt when it was parked
 */
public record ParkedEvent(long position, String aggregateId, String error, Instant parkedAt) {}
