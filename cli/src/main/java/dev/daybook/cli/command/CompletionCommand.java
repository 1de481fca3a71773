package dev.daybook.cli.command;

import dev.daybook.cli.terminal.Terminal;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The script with which a shell completes commands and options. */
@Command(
        name = "completion",
        header = "a script with which shells complete these commands",
        description = "Prints a script with which bash and zsh complete commands and options.",
        footerHeading = "%nExample:%n",
        footer = "  source <(daybook completion)")
final class CompletionCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    private @Nullable CommandSpec spec;

    CompletionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        CommandSpec root = Objects.requireNonNull(spec).root();
        terminal.row(AutoComplete.bash(root.name(), root.commandLine()));
        return CommandLines.DONE;
    }
}
