package dev.daybook.cli.command;

import dev.daybook.cli.terminal.EndSignal;
import dev.daybook.cli.terminal.Style;
import dev.daybook.cli.terminal.Terminal;
import dev.daybook.console.Console;
import dev.daybook.ports.storage.Storage;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Serves the console of a log. */
@Command(
        name = "console",
        header = "web pages and an HTTP API over a log, for this machine",
        description = {
            "Serves the console of a log, pages and an HTTP API, on the loopback address of this machine, until it is ended with"
                    + " Ctrl-C. Everybody on this machine can reach it and sees everything; it changes no event."
        },
        footerHeading = "%nExample:%n",
        footer = "  daybook console sqlite:daybook.db")
final class ConsoleCommand extends LogCommand {

    private static final int HIGHEST_PORT = 65_535;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Where to listen, 0 for any port that is free (default: ${DEFAULT-VALUE}).")
    private int port;

    ConsoleCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    Storage open(LogUrl log) {
        return log.openAsMayBe();
    }

    @Override
    int run(OpenLog log) {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "--port " + port + " is not within 0 and " + HIGHEST_PORT);
        }
        try (EndSignal end = new EndSignal();
                Console console = Console.builder(log.daybook()).build()) {
            URI address = console.start(port);
            terminal()
                    .line("%s of %s at %s; Ctrl-C ends it"
                            .formatted(
                                    terminal().styled(Style.BOLD, "Console"),
                                    log.name(),
                                    terminal().styled(Style.CYAN, address.toString())));
            end.await();
        }
        return CommandLines.DONE;
    }
}
