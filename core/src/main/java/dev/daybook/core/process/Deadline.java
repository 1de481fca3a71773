package dev.daybook.core.process;

import java.time.Instant;

/**
 * Something that a process wants to be told at a time.
 *
 * @param process the key of the process
 * @param name which of its deadlines
 * @param due when, to the microsecond
 */
public record Deadline(String process, String name, Instant due) {}
