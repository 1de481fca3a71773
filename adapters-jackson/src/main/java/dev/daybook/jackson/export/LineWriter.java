package dev.daybook.jackson.export;

import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.export.ExportWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Writes events in one format, with what stands before, between and behind them. */
final class LineWriter implements ExportWriter {

    /** One event in one format. For one thread. */
    interface Format {
        byte[] line(Shown event);
    }

    private static final int BUFFER = 1 << 16;

    private final OutputStream out;
    private final View view;
    private final Format format;
    private final byte[] before;
    private final byte[] between;
    private final byte[] behind;
    private final byte[] empty;
    private boolean begun;
    private boolean closed;

    LineWriter(OutputStream out, View view, Format format, String before, String between, String behind, String empty) {
        this.out = new BufferedOutputStream(out, BUFFER);
        this.view = view;
        this.format = format;
        this.before = utf8(before);
        this.between = utf8(between);
        this.behind = utf8(behind);
        this.empty = utf8(empty);
    }

    @Override
    public void write(StoredEvent event) {
        if (closed) {
            throw new IllegalStateException("the export is closed; make a new writer for more events");
        }
        byte[] line = format.line(view.show(event));
        try {
            out.write(begun ? between : before);
            begun = true;
            out.write(line);
        } catch (IOException e) {
            throw new UncheckedIOException("event " + event.id() + " could not be exported", e);
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            out.write(begun ? behind : empty);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the end of the export could not be written", e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
