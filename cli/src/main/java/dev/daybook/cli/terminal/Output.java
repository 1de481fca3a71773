package dev.daybook.cli.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * A place that is written to.
 *
 * @param stream takes the bytes
 * @param charset how text becomes bytes there
 * @param look what it can show
 */
public record Output(OutputStream stream, Charset charset, Look look) {

    /**
     * A place that takes UTF-8, as pipes and files do here.
     *
     * @param stream takes the bytes
     * @param look what it can show
     * @return the output
     */
    public static Output of(OutputStream stream, Look look) {
        return new Output(stream, StandardCharsets.UTF_8, look);
    }

    /**
     * The standard output of this process.
     *
     * @return the output, in the terminal's charset if it is one
     */
    public static Output standard() {
        return of(FileDescriptor.out, 1);
    }

    /**
     * The standard error of this process.
     *
     * @return the output, in the terminal's charset if it is one
     */
    public static Output standardError() {
        return of(FileDescriptor.err, 2);
    }

    private static Output of(FileDescriptor descriptor, int number) {
        boolean terminal = Terminals.isTerminal(number);
        Charset charset = terminal
                ? Charset.forName(System.getProperty(
                        number == 1 ? "stdout.encoding" : "stderr.encoding", StandardCharsets.UTF_8.name()))
                : StandardCharsets.UTF_8;
        return new Output(new FileOutputStream(descriptor), charset, Look.of(terminal, System.getenv(), charset));
    }
}
