package dev.daybook.examples.command;

import dev.daybook.cli.terminal.Figures;
import dev.daybook.cli.terminal.Terminal;
import dev.daybook.examples.demo.Demo;
import dev.daybook.examples.demo.plan.DeskPlan;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs the trading desk and tells its story. */
@Command(
        name = "demo",
        header = "a week at a trading desk, and what the log knows of it",
        description = {
            "Runs a trading desk on an SQLite file until 20,000 events are stored, and tells what the log knows: an order's"
                    + " history and past, statistics, replay with and without snapshot, exports.",
            "Run again on the same file, it adds what is missing, or nothing, and tells the story again.",
            "On a terminal it then serves the console over the desk, which trades on until Ctrl-C. In a script it ends with the"
                    + " story, unless --serve is given."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  daybook demo",
            "  daybook demo --no-serve desk.db",
            "  daybook demo --serve --port 0 --exchange nasdaq-amzn-2021-04-12-messages.csv"
        })
final class DemoCommand implements Callable<Integer> {

    private static final int EVENTS = 20_000;

    /** Fewer make no week worth telling of. */
    private static final int FEWEST_EVENTS = 1_000;

    /** The plan of the week is made in memory. */
    private static final int MOST_EVENTS = 1_000_000;

    private static final int HIGHEST_PORT = 65_535;

    private static final long SEED = 20_260_302;

    private final Terminal terminal;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            defaultValue = "daybook-demo.db",
            description = "The SQLite file; made if it does not exist (default: ${DEFAULT-VALUE}).")
    private Path file = Path.of("");

    @Option(names = "--events", paramLabel = "N", hidden = true, description = "How many events the week has.")
    private int events = EVENTS;

    @Option(
            names = "--serve",
            negatable = true,
            description = "Whether it ends by serving the console (default: on a terminal, and not in a script).")
    private @Nullable Boolean serve;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Where the console listens, 0 for any port that is free (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--exchange",
            paramLabel = "FILE",
            description =
                    "Order messages of an exchange (LOBSTER layout, a day such as 2021-04-12 in the file's name) to record into"
                            + " the same log.")
    private @Nullable Path exchange;

    @Spec
    private @Nullable CommandSpec spec;

    DemoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "--port " + port + " is not within 0 and " + HIGHEST_PORT);
        }
        if (events < FEWEST_EVENTS || events > MOST_EVENTS) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "--events %d: a week at the desk has %s to %s events; give a number among these"
                            .formatted(events, Figures.count(FEWEST_EVENTS), Figures.count(MOST_EVENTS)));
        }
        boolean serves = serve == null ? terminal.isAttended() : serve;
        Demo demo = new Demo(terminal, file, DeskPlan.of(events, SEED));
        if (exchange != null) {
            demo.recording(exchange);
        }
        if (serves) {
            demo.serving(port);
        }
        demo.run();
        return 0;
    }
}
