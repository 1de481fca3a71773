package dev.daybook.cli;

import dev.daybook.cli.command.CommandLines;
import dev.daybook.cli.terminal.Output;

/** The program {@code daybook}. */
public final class Main {

    private Main() {}

    /**
     * Runs a command and ends the process with its exit code.
     *
     * @param arguments a command and what belongs to it
     */
    public static void main(String... arguments) {
        System.exit(CommandLines.of(Output.standard(), Output.standardError()).run(arguments));
    }
}
