package dev.daybook.jackson.export;

import dev.daybook.ports.log.EventCursor;
import java.io.InputStream;

/**
 * Reads what {@link Exports} has written as NDJSON or CloudEvents: events equal to those that were exported, payloads byte for byte,
 * with the ids, sequences, positions and times they had.
 *
 * <p>Reading is line by line, in constant memory; a line may have 16 MiB. A line that is not of such an export, or that was
 * redacted, ends the reading with an {@link ImportException} that names the line, what was expected and what to do: nothing is
 * passed over. An unreadable stream gives an {@link java.io.UncheckedIOException}. Closing the cursor closes the stream.
 */
public final class Imports {

    private static final int LONGEST_LINE = 16 << 20;

    private Imports() {}

    /**
     * Reads NDJSON.
     *
     * @param in what {@link Exports#ndjson} wrote
     * @return the events, to be closed
     */
    public static EventCursor ndjson(InputStream in) {
        return new LineCursor(new Lines(in, LONGEST_LINE), new NativeLineParser());
    }

    /**
     * Reads CloudEvents.
     *
     * @param in what {@link Exports#cloudEvents} wrote
     * @return the events, to be closed
     */
    public static EventCursor cloudEvents(InputStream in) {
        return new LineCursor(new Lines(in, LONGEST_LINE), new CloudEventParser());
    }
}
