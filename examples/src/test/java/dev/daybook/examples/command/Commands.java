package dev.daybook.examples.command;

import dev.daybook.cli.command.CommandLines;
import dev.daybook.cli.terminal.Look;
import dev.daybook.cli.terminal.Output;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Runs a command line as the process would, and keeps what it said. */
record Commands(int code, String out, String err) {

    static Commands run(String... arguments) {
        return run(Look.plain(), arguments);
    }

    static Commands run(Look look, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = ExampleCommands.addedTo(CommandLines.of(Output.of(out, look), Output.of(err, look)))
                .run(arguments);
        return new Commands(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
