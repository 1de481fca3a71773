package dev.daybook.console.reading;

import dev.daybook.core.audit.Statistics;
import dev.daybook.ports.storage.StorageDescription;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A log in figures.
 *
 * @param head the position of the last event
 * @param lastMinute how many events were recorded in the last minute
 * @param storage what the log is kept by
 * @param bytes how large its file is, where it is one that can be seen from here
 * @param statistics what has been counted; empty while a large log is counted for the first time
 */
public record Figures(
        long head, long lastMinute, StorageDescription storage, OptionalLong bytes, Optional<Statistics> statistics) {}
