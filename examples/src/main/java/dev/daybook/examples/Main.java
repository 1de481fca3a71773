package dev.daybook.examples;

import dev.daybook.examples.command.CommandLines;
import dev.daybook.examples.terminal.Look;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The command line. */
public final class Main {

    private Main() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String... arguments) {
        Charset charset = Charset.forName(System.getProperty("stdout.encoding", StandardCharsets.UTF_8.name()));
        PrintWriter out = new PrintWriter(new FileOutputStream(FileDescriptor.out), true, charset);
        PrintWriter err = new PrintWriter(new FileOutputStream(FileDescriptor.err), true, charset);
        int code = CommandLines.run(out, err, Look.ofStandardOutput(System.getenv(), charset), arguments);
        out.flush();
        err.flush();
        System.exit(code);
    }
}
