package dev.daybook.cli.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** What stands before every command, and what all of them share. */
@Command(
        name = "daybook",
        mixinStandardHelpOptions = true,
        version = "Daybook 0.1.0",
        scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%n",
        commandListHeading = "%nCommands:%n",
        description = "One append-only log; everything else is a fold over it.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It has done its work, and all is well.",
            "1:It has found something, or could not do its work; what it is is said.",
            "2:It was not understood; nothing was done.",
            "130:It was ended with Ctrl-C.",
            "141:Whoever reads its output is gone, as head does; nothing is said."
        })
final class Root implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Show where an error came from.")
    private boolean verbose;

    boolean verbose() {
        return verbose;
    }

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "which command? There are "
                            + String.join(", ", spec.subcommands().keySet()));
        }
    }
}
