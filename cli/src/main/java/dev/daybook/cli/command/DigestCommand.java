package dev.daybook.cli.command;

import dev.daybook.cli.terminal.Figures;
import dev.daybook.cli.terminal.Style;
import dev.daybook.cli.terminal.Terminal;
import dev.daybook.core.transfer.LogDifference;
import dev.daybook.core.transfer.LogDigest;
import dev.daybook.ports.storage.Storage;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The digest of a log, and where two logs part. */
@Command(
        name = "digest",
        header = "one number for a history; with two logs, where they part",
        description = {
            "Prints one number for the whole history of a log: the same on every engine for the same events.",
            "With a second URL it compares two logs, and names the first position that differs; the exit code is 1 then."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  daybook digest sqlite:daybook.db", "  daybook digest sqlite:daybook.db h2:copy"})
final class DigestCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "URL", description = "A log, such as sqlite:daybook.db.")
    private String url = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "OTHER-URL", description = "A log to compare it with.")
    private @Nullable String other;

    @Option(
            names = "--up-to",
            paramLabel = "POSITION",
            description = "The last position that counts, for a log that goes on (default: the last there is).")
    private long upTo = Long.MAX_VALUE;

    DigestCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (Storage storage = new LogUrl(url).openReadOnly()) {
            LogDigest digest = print(storage);
            return other == null ? 0 : compare(storage, digest, other);
        }
    }

    private int compare(Storage storage, LogDigest digest, String otherUrl) {
        try (Storage second = new LogUrl(otherUrl).openReadOnly()) {
            if (print(second).hex().equals(digest.hex())) {
                terminal.line("  %s the same history".formatted(terminal.good()));
                return 0;
            }
            Optional<LogDifference> difference = LogDifference.first(storage.log(), second.log(), upTo);
            terminal.line("  %s %s"
                    .formatted(
                            terminal.bad(),
                            difference
                                    .map(LogDifference::describe)
                                    .orElse("one log has gone on meanwhile; use --up-to")));
            return 1;
        }
    }

    private LogDigest print(Storage storage) {
        LogDigest digest = LogDigest.of(storage.log(), upTo);
        terminal.line("%s  %s events, up to position %s, of %s"
                .formatted(
                        digest.hex(),
                        Figures.count(digest.events()),
                        Figures.count(digest.position()),
                        terminal.styled(Style.CYAN, storage.description().location())));
        return digest;
    }
}
