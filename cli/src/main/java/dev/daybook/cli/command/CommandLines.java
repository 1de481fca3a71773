package dev.daybook.cli.command;

import dev.daybook.cli.terminal.ClosedPipeException;
import dev.daybook.cli.terminal.Output;
import dev.daybook.cli.terminal.Problem;
import dev.daybook.cli.terminal.Style;
import dev.daybook.cli.terminal.Terminal;
import dev.daybook.cli.time.GivenTime;
import dev.daybook.cli.time.Times;
import dev.daybook.ports.DaybookException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/**
 * The command line: {@value #DONE} if a command did its work and all is well, {@value #FAILED} if it found something or could not do
 * its work, {@value #MISUNDERSTOOD} if it was not understood, {@value #CLOSED_PIPE} if whoever reads its output is gone. Immutable.
 */
public final class CommandLines {

    /** The exit code of a command that did its work. */
    static final int DONE = 0;

    /** The exit code of a command that found something, or could not do its work. */
    static final int FAILED = 1;

    /** The exit code of what was not understood. */
    static final int MISUNDERSTOOD = 2;

    /** The exit code of a command whose reader is gone: that of a process that SIGPIPE has ended. */
    static final int CLOSED_PIPE = 141;

    private static final int NARROWEST_HELP = 80;
    private static final int WIDEST_HELP = 100;

    /** Held, as the settings of a logger that nobody holds are lost. */
    private static final Logger LOGGER = Logger.getLogger("dev.daybook");

    private final Output out;
    private final Output err;
    private final List<Function<Terminal, Object>> more;

    private CommandLines(Output out, Output err, List<Function<Terminal, Object>> more) {
        this.out = out;
        this.err = err;
        this.more = List.copyOf(more);
    }

    /**
     * Daybook's own commands.
     *
     * @param out where results go
     * @param err where errors and progress go
     * @return the command line
     */
    public static CommandLines of(Output out, Output err) {
        return new CommandLines(out, err, List.of());
    }

    /**
     * The same with one more command.
     *
     * @param command makes an instance of a class that is a command of picocli and a {@code Callable<Integer>}
     * @return a changed copy
     */
    public CommandLines with(Function<Terminal, Object> command) {
        List<Function<Terminal, Object>> all = new ArrayList<>(more);
        all.add(command);
        return new CommandLines(out, err, all);
    }

    /**
     * Runs one command.
     *
     * @param arguments a command and what belongs to it
     * @return the exit code of the process
     */
    public int run(String... arguments) {
        Terminal terminal = new Terminal(out, err);
        try {
            int code = commandLine(terminal).execute(arguments);
            terminal.flush();
            terminal.errors().flush();
            return code;
        } catch (UncheckedIOException e) {
            return ClosedPipeException.isBehind(e) ? CLOSED_PIPE : FAILED;
        }
    }

    CommandLine commandLine(Terminal terminal) {
        Root root = new Root();
        CommandLine line = new CommandLine(root);
        Commands.all(terminal).forEach(line::addSubcommand);
        more.forEach(command -> line.addSubcommand(command.apply(terminal)));
        Times times = new Times(Clock.systemUTC());
        return line.setOut(terminal.writer())
                .setErr(terminal.errors().writer())
                .registerConverter(GivenTime.class, times::parse)
                .registerConverter(Point.class, text -> Point.parse(text, times))
                .registerConverter(EventFormat.class, new OneOf<>(EventFormat.class))
                .registerConverter(ExportFormat.class, new OneOf<>(ExportFormat.class))
                .registerConverter(ImportFormat.class, new OneOf<>(ImportFormat.class))
                .registerConverter(TextFormat.class, new OneOf<>(TextFormat.class))
                .registerConverter(StepFormat.class, new OneOf<>(StepFormat.class))
                .setColorScheme(
                        CommandLine.Help.defaultColorScheme(terminal.look().colours() ? Ansi.ON : Ansi.OFF))
                .setUsageHelpWidth(Math.clamp(terminal.look().width(), NARROWEST_HELP, WIDEST_HELP))
                .setExecutionStrategy(parsed -> {
                    LOGGER.setLevel(root.verbose() ? Level.INFO : Level.OFF);
                    return new CommandLine.RunLast().execute(parsed);
                })
                .setExecutionExceptionHandler(
                        (failure, command, parsed) -> failed(failure, root.verbose(), terminal.errors()))
                .setParameterExceptionHandler((failure, ignored) -> misunderstood(failure, terminal.errors()));
    }

    private static int failed(Exception failure, boolean verbose, Terminal errors) {
        if (ClosedPipeException.isBehind(failure)) {
            return CLOSED_PIPE;
        }
        errors.line(errors.styled(Style.RED, "daybook: ") + LogUrl.masked(message(failure)));
        if (verbose) {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            errors.line(LogUrl.masked(trace.toString()));
        }
        return FAILED;
    }

    private static String message(Exception failure) {
        if (failure instanceof Problem || failure instanceof DaybookException) {
            return String.valueOf(failure.getMessage());
        }
        if (failure instanceof UncheckedIOException e && e.getCause() != null) {
            return failure.getMessage() + ": " + e.getCause().getMessage();
        }
        return "unexpected " + failure + "; run it again with --verbose to see where";
    }

    private static int misunderstood(CommandLine.ParameterException failure, Terminal errors) {
        String help = failure.getCommandLine().getCommandSpec().qualifiedName() + " --help";
        errors.line(errors.styled(Style.RED, "daybook: ") + LogUrl.masked(String.valueOf(failure.getMessage()))
                + "; see " + help);
        return MISUNDERSTOOD;
    }
}
