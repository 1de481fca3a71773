package dev.daybook.examples.command;

import dev.daybook.cli.command.CommandLines;

/** The commands of the examples. */
public final class ExampleCommands {

    private ExampleCommands() {}

    /** The same command line with them. */
    public static CommandLines addedTo(CommandLines daybook) {
        return daybook.with(DemoCommand::new).with(ReplayExchangeCommand::new);
    }
}
