package dev.daybook.examples;

import dev.daybook.cli.command.CommandLines;
import dev.daybook.cli.terminal.Output;
import dev.daybook.examples.command.ExampleCommands;

/** The command line, with the examples' own commands. */
public final class Main {

    private Main() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String... arguments) {
        CommandLines daybook = CommandLines.of(Output.standard(), Output.standardError());
        System.exit(ExampleCommands.addedTo(daybook).run(arguments));
    }
}
