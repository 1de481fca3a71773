package dev.daybook.examples.command;

import dev.daybook.examples.terminal.Look;
import dev.daybook.examples.terminal.Problem;
import dev.daybook.examples.terminal.Style;
import dev.daybook.examples.terminal.Terminal;
import dev.daybook.ports.DaybookException;
import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** Runs a command line: 0 if it did its work, 1 if it could not, 2 if it was not understood. */
public final class CommandLines {

    private CommandLines() {}

    /** Runs one. */
    public static int run(PrintWriter out, PrintWriter err, Look look, String... arguments) {
        Terminal terminal = new Terminal(out, look);
        Terminal errors = new Terminal(err, look);
        Root root = new Root();
        return new CommandLine(root)
                .addSubcommand(new DemoCommand(terminal))
                .addSubcommand(new ReplayExchangeCommand(terminal))
                .addSubcommand(new ImportCommand(terminal))
                .addSubcommand(new CopyCommand(terminal))
                .addSubcommand(new DigestCommand(terminal))
                .addSubcommand(new BackupCommand(terminal))
                .setOut(out)
                .setErr(err)
                .setColorScheme(CommandLine.Help.defaultColorScheme(
                        look.colours() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
                .setUsageHelpWidth(Math.min(100, Math.max(80, look.width())))
                .setExecutionExceptionHandler(
                        (failure, command, parsed) -> failed(failure, root.verbose(), errors, err))
                .setParameterExceptionHandler((failure, ignored) -> misunderstood(failure, errors))
                .execute(arguments);
    }

    private static int failed(Exception failure, boolean verbose, Terminal errors, PrintWriter err) {
        boolean expected = failure instanceof Problem || failure instanceof DaybookException;
        String message = expected
                ? String.valueOf(failure.getMessage())
                : "unexpected " + failure + "; run it again with --verbose to see where";
        errors.line(errors.styled(Style.RED, "daybook: ") + LogUrl.masked(message));
        if (verbose) {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            err.print(LogUrl.masked(trace.toString()));
            err.flush();
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static int misunderstood(CommandLine.ParameterException failure, Terminal errors) {
        String help = failure.getCommandLine().getCommandSpec().qualifiedName() + " --help";
        errors.line(errors.styled(Style.RED, "daybook: ") + LogUrl.masked(String.valueOf(failure.getMessage()))
                + "; see " + help);
        return CommandLine.ExitCode.USAGE;
    }
}
