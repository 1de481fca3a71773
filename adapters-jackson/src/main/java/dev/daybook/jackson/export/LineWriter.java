package dev.daybook.jackson.export;

import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.export.ExportWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Writes events in one format, with what stands before, between and behind them. */
final class LineWriter implements ExportWriter {

    /** One event in one format. */
    interface Format {
        void write(Shown event, TextBuffer out);
    }

    private static final int BUFFER = 1 << 16;

    private final OutputStream out;
    private final View view;
    private final Format format;
    private final byte[] before;
    private final byte[] between;
    private final byte[] behind;
    private final byte[] empty;
    private final TextBuffer text = new TextBuffer(BUFFER);
    private boolean begun;
    private boolean closed;

    LineWriter(OutputStream out, View view, Format format, String before, String between, String behind, String empty) {
        this.out = out;
        this.view = view;
        this.format = format;
        this.before = TextBuffer.utf8(before);
        this.between = TextBuffer.utf8(between);
        this.behind = TextBuffer.utf8(behind);
        this.empty = TextBuffer.utf8(empty);
    }

    @Override
    public void write(StoredEvent event) {
        if (closed) {
            throw new IllegalStateException("the export is closed; make a new writer for more events");
        }
        Shown shown = view.show(event);
        text.raw(begun ? between : before);
        begun = true;
        format.write(shown, text);
        if (text.length() >= BUFFER / 2) {
            try {
                text.moveTo(out);
            } catch (IOException e) {
                throw new UncheckedIOException("event " + event.id() + " could not be exported", e);
            }
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        text.raw(begun ? behind : empty);
        try {
            text.moveTo(out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the end of the export could not be written", e);
        }
    }
}
