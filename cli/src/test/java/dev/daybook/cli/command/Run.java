package dev.daybook.cli.command;

import dev.daybook.cli.terminal.Look;
import dev.daybook.cli.terminal.Output;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Runs a command line as the process would, and keeps what it said. */
record Run(int code, String out, String err) {

    static Run run(String... arguments) {
        return run(Look.plain(), arguments);
    }

    static Run run(Look look, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = CommandLines.of(Output.of(out, look), Output.of(err, look)).run(arguments);
        return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
