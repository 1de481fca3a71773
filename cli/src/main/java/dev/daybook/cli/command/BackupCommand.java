package dev.daybook.cli.command;

import dev.daybook.cli.terminal.Figures;
import dev.daybook.cli.terminal.Problem;
import dev.daybook.cli.terminal.Style;
import dev.daybook.cli.terminal.Terminal;
import dev.daybook.core.transfer.LogDigest;
import dev.daybook.h2.H2Storage;
import dev.daybook.ports.storage.Storage;
import dev.daybook.sqlite.SqliteStorage;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** A consistent copy of a log in a file, while it is written to. */
@Command(
        name = "backup",
        header = "a consistent copy of a log in a file",
        description = {
            "Writes a log in a file (sqlite: or h2:) to a new file, as it is at one moment, while others may go on writing to it.",
            "The new file is a log: to restore it is to open it. For a server, use its own tools: see docs/moving-a-log.md."
        },
        footerHeading = "%nExample:%n",
        footer = {"  daybook backup sqlite:daybook.db backup.db"})
final class BackupCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "URL", description = "The log, such as sqlite:daybook.db.")
    private String url = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "The file to make; one that exists is refused.")
    private Path file = Path.of("");

    BackupCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        LogUrl log = new LogUrl(url);
        String scheme = log.isSqlite() ? "sqlite:" : "h2:";
        if (log.isSqlite()) {
            SqliteStorage.backup(log.path(), file);
        } else if (log.isH2File()) {
            H2Storage.backup(log.path(), file);
        } else {
            throw new Problem(
                    "backup is for logs in a file, sqlite: and h2:. For a server use its own tools, or ./daybook copy"
                            + " into a file; docs/moving-a-log.md says how");
        }
        try (Storage backup = Storage.openReadOnly(scheme + file)) {
            LogDigest digest = LogDigest.of(backup.log(), Long.MAX_VALUE);
            terminal.line("%s %s".formatted(terminal.styled(Style.BOLD, "Backed up to"), file));
            terminal.line("  %s events; digest up to position %s: %s"
                    .formatted(Figures.count(digest.events()), Figures.count(digest.position()), digest.hex()));
        }
        return 0;
    }
}
