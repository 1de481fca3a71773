package dev.daybook.ports.export;

import dev.daybook.ports.event.StoredEvent;

/** Writes events to one output in one format, one after the other. {@link #close} writes what ends the output. */
public interface ExportWriter extends AutoCloseable {

    /**
     * Writes one event.
     *
     * @param event an event of the log
     * @throws java.io.UncheckedIOException if the output fails
     */
    void write(StoredEvent event);

    /**
     * Ends the output.
     *
     * @throws java.io.UncheckedIOException if the output fails
     */
    @Override
    void close();
}
