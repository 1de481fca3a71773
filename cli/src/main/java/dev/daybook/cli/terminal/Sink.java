package dev.daybook.cli.terminal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Buffers what goes to an output, and tells a reader that is gone from a disk that is full. */
final class Sink extends OutputStream {

    private static final int BUFFER = 1 << 16;

    private final BufferedOutputStream out;

    Sink(OutputStream out) {
        this.out = new BufferedOutputStream(out, BUFFER);
    }

    @Override
    public synchronized void write(int b) throws IOException {
        try {
            out.write(b);
        } catch (IOException e) {
            throw ClosedPipeException.of(e);
        }
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) throws IOException {
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            throw ClosedPipeException.of(e);
        }
    }

    @Override
    public synchronized void flush() throws IOException {
        try {
            out.flush();
        } catch (IOException e) {
            throw ClosedPipeException.of(e);
        }
    }

    /** The output is the process's, and stays open. */
    @Override
    public void close() throws IOException {
        flush();
    }
}
