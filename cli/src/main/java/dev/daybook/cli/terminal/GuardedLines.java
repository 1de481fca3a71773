package dev.daybook.cli.terminal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Takes text in UTF-8 and hands it on line by line, as {@link Printable} has it, to a terminal. */
final class GuardedLines extends OutputStream {

    private final OutputStream out;
    private final Charset charset;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    GuardedLines(OutputStream out, Charset charset) {
        this.out = out;
        this.charset = charset;
    }

    @Override
    public void write(int b) throws IOException {
        if (b == '\n') {
            handOn(true);
        } else {
            line.write(b);
        }
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        int begin = from;
        for (int at = from; at < from + length; at++) {
            if (bytes[at] == '\n') {
                line.write(bytes, begin, at - begin);
                handOn(true);
                begin = at + 1;
            }
        }
        line.write(bytes, begin, from + length - begin);
    }

    /** Whole lines only: the end of the last one may be half of a character. */
    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        if (line.size() > 0) {
            handOn(false);
        }
        out.close();
    }

    private void handOn(boolean whole) throws IOException {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        // CSV ends its lines with both.
        String bare = whole && text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
        String tabs = bare.indexOf('\t') < 0 ? Printable.text(bare) : Printable.text(bare.replace("\t", "        "));
        out.write((tabs + (whole ? System.lineSeparator() : "")).getBytes(charset));
    }
}
