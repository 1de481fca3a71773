package dev.daybook.cli.time;

import java.time.Instant;

/**
 * A time that was given on the command line.
 *
 * @param time the time
 */
public record GivenTime(Instant time) {}
