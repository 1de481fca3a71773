package dev.daybook.ports.consumer;

/**
 * The right to go on with a consumer, until somebody else has it.
 *
 * @param consumer the consumer's name
 * @param owner who has it
 * @param fence the fencing token: higher than that of every lease before
 */
public record Lease(String consumer, String owner, long fence) {}
