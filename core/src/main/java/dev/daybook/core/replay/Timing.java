package dev.daybook.core.replay;

import java.time.Duration;

/**
 * How long something has taken in this process.
 *
 * @param count how many times it was done
 * @param last how long the last one took
 * @param mean how long one took on average
 * @param max how long the longest took
 */
public record Timing(long count, Duration last, Duration mean, Duration max) {}
