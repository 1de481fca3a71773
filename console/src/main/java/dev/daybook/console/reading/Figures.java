package dev.daybook.console.reading;

import dev.daybook.core.audit.Statistics;
import dev.daybook.ports.storage.StorageDescription;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A log in figures.
 *
 * @param head the position of the last event
 * @param lastMinute how many events were recorded in the last minute
 * @param lastDay how many events were recorded in the last 24 hours
 * @param storage what the log is kept by
 * @param bytes how large its file is, where it is one that can be seen from here
 * @param statistics what has been counted; empty while a large log is counted for the first time
 */
public record Figures(
        long head,
        long lastMinute,
        long lastDay,
        StorageDescription storage,
        OptionalLong bytes,
        Optional<Statistics> statistics) {

    /** How many bytes an event takes with all that is kept for it: those of the file, shared out among all events. */
    public OptionalDouble bytesPerEvent() {
        return bytes.isPresent() && head > 0
                ? OptionalDouble.of((double) bytes.getAsLong() / head)
                : OptionalDouble.empty();
    }

    /** How many bytes a day the file grows by, if an event of the last 24 hours takes what one takes on average. */
    public OptionalLong bytesPerDay() {
        OptionalDouble each = bytesPerEvent();
        return each.isPresent() ? OptionalLong.of(Math.round(each.getAsDouble() * lastDay)) : OptionalLong.empty();
    }
}
