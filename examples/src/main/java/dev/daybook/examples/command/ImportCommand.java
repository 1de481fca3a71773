package dev.daybook.examples.command;

import dev.daybook.examples.terminal.Figures;
import dev.daybook.examples.terminal.Style;
import dev.daybook.examples.terminal.Terminal;
import dev.daybook.ports.storage.Storage;
import dev.daybook.sqlite.OriginalSchemaImport;
import dev.daybook.sqlite.OriginalSchemaImport.Cut;
import dev.daybook.sqlite.OriginalSchemaImport.Finding;
import dev.daybook.sqlite.OriginalSchemaImport.Refused;
import dev.daybook.sqlite.OriginalSchemaImport.Summary;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes over an audit trail of the original schema. */
@Command(
        name = "import",
        description = {
            "Takes over an SQLite file with the tables events(id, event_type, event_data, aggregate_id, sequence, timestamp) and"
                    + " snapshots(id, aggregate_id, state_data, sequence, timestamp), and names each row that cannot be taken as it is.",
            "Running it again stores nothing twice. The exit code is 1 if an event was not taken."
        })
final class ImportCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "The file of the original schema; it is only read.")
    private Path file = Path.of("");

    @Option(
            names = "--db",
            paramLabel = "PATH",
            required = true,
            description = "The SQLite file that takes the events; made if it does not exist.")
    private Path database = Path.of("");

    ImportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        // Before the log is opened: nobody wants a new, empty one for a mistyped path.
        OriginalSchemaImport.check(file);
        long started = System.nanoTime();
        Summary summary;
        try (Storage storage = Storage.open("sqlite:" + database)) {
            summary = OriginalSchemaImport.run(file, storage.log(), this::tell);
        }
        long nanos = System.nanoTime() - started;
        terminal.line("%s %s into %s"
                .formatted(
                        terminal.styled(Style.BOLD, "Imported"),
                        file,
                        terminal.styled(Style.CYAN, database.toString())));
        terminal.line("  %s events stored, %s events/s"
                .formatted(Figures.count(summary.stored()), Figures.rate(summary.stored(), nanos)));
        if (summary.present() > 0) {
            terminal.line("  %s events were there from an earlier run".formatted(Figures.count(summary.present())));
        }
        if (summary.snapshots() > 0) {
            terminal.line("  %s snapshots left behind, as said above; they are made anew when they are of use"
                    .formatted(Figures.count(summary.snapshots())));
        }
        if (summary.cut() > 0) {
            terminal.line("  %s times cut to microseconds, as said above".formatted(Figures.count(summary.cut())));
        }
        String untaken = Figures.count(summary.refused()) + " events not taken";
        terminal.line("  "
                + (summary.refused() == 0 ? terminal.good() + " " + untaken : terminal.styled(Style.RED, untaken)));
        return summary.refused() == 0 ? 0 : 1;
    }

    private void tell(Finding row) {
        String what =
                switch (row) {
                    case Refused refused -> "not taken:";
                    case Cut cut -> "taken, but:";
                };
        terminal.line("  %s %s row %d%s: %s"
                .formatted(
                        terminal.styled(Style.YELLOW, what),
                        row.table(),
                        row.row(),
                        row.id().isEmpty() ? "" : " (" + row.id() + ")",
                        row.reason()));
    }
}
