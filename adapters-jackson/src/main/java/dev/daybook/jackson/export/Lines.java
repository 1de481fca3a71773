package dev.daybook.jackson.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The lines of a stream as bytes, each of bounded length; the number of the last one given is known. */
final class Lines implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final int longest;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int end;
    private long number;

    Lines(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    long number() {
        return number;
    }

    /** The next line that is not blank, without its end; null at the end. */
    byte @Nullable [] next() {
        byte[] line = read();
        while (line != null && isBlank(line)) {
            line = read();
        }
        return line;
    }

    private byte @Nullable [] read() {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        if (at == end && !fill()) {
            return null;
        }
        number++;
        while (at < end || fill()) {
            int lineEnd = at;
            while (lineEnd < end && buffer[lineEnd] != '\n') {
                lineEnd++;
            }
            line.write(buffer, at, lineEnd - at);
            if (line.size() > longest) {
                throw new ImportException(
                        number, "longer than " + longest + " bytes, which no event is; is it a file of events?", null);
            }
            at = lineEnd;
            if (lineEnd < end) {
                at++;
                break;
            }
        }
        return trimmed(line.toByteArray());
    }

    private boolean fill() {
        try {
            at = 0;
            end = Math.max(0, in.read(buffer));
            return end > 0;
        } catch (IOException e) {
            throw new UncheckedIOException("the import cannot be read after line " + number, e);
        }
    }

    /** Without the carriage return and the byte order mark that other systems add. */
    private byte[] trimmed(byte[] line) {
        int to = line.length > 0 && line[line.length - 1] == '\r' ? line.length - 1 : line.length;
        boolean marked =
                number == 1 && to >= 3 && line[0] == (byte) 0xEF && line[1] == (byte) 0xBB && line[2] == (byte) 0xBF;
        return Arrays.copyOfRange(line, marked ? 3 : 0, to);
    }

    private static boolean isBlank(byte[] line) {
        for (byte b : line) {
            if (b != ' ' && b != '\t') {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the import cannot be closed", e);
        }
    }
}
