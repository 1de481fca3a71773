package dev.daybook.examples.exchange.replay;

import java.time.Duration;

/**
 * What a replay has done.
 *
 * @param messages messages of the file
 * @param stored events that were not in the log before
 * @param storedMessages messages whose events were not in the log before
 * @param took how long the storing took
 */
public record Replayed(long messages, long stored, long storedMessages, Duration took) {}
