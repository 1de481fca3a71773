package dev.daybook.examples.command;

import dev.daybook.examples.demo.Demo;
import dev.daybook.examples.demo.plan.DeskPlan;
import dev.daybook.examples.terminal.Terminal;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs the trading desk and tells its story. */
@Command(
        name = "demo",
        description = {
            "Runs a trading desk on an SQLite file until 20,000 events are stored, and tells what the log knows: an order's"
                    + " history and past, statistics, replay with and without snapshot, exports.",
            "Run again on the same file, it adds what is missing, or nothing, and tells the story again."
        })
final class DemoCommand implements Callable<Integer> {

    private static final int EVENTS = 20_000;
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

    DemoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        new Demo(terminal, file, DeskPlan.of(events, SEED)).run();
        return 0;
    }
}
