package dev.daybook.cli.command;

import dev.daybook.cli.terminal.Figures;
import dev.daybook.cli.terminal.Problem;
import dev.daybook.cli.terminal.Style;
import dev.daybook.cli.terminal.Terminal;
import dev.daybook.core.transfer.EventImport;
import dev.daybook.core.transfer.ImportReport;
import dev.daybook.jackson.export.Imports;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.storage.Storage;
import dev.daybook.sqlite.OriginalSchemaImport;
import dev.daybook.sqlite.OriginalSchemaImport.Cut;
import dev.daybook.sqlite.OriginalSchemaImport.Finding;
import dev.daybook.sqlite.OriginalSchemaImport.Refused;
import dev.daybook.sqlite.OriginalSchemaImport.Summary;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes over an audit trail of the original schema. */
@Command(
        name = "import",
        header = "take over an export, or an audit trail of the original schema",
        description = {
            "Takes over the events of a file: what daybook export has written as ndjson or cloudevents, or an SQLite file of the"
                    + " original schema, with the tables events(id, event_type, event_data, aggregate_id, sequence, timestamp) and"
                    + " snapshots(id, aggregate_id, state_data, sequence, timestamp), of which each row that cannot be taken as it is"
                    + " is named.",
            "Ids, sequences and timestamps stay; positions and times of recording are new (daybook copy keeps them, too). Running"
                    + " it again stores nothing twice. The exit code is 1 if an event was not taken."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  daybook import audit.db --db daybook.db",
            "  daybook export sqlite:old.db | daybook import - --to postgresql://host/database"
        })
final class ImportCommand implements Callable<Integer> {

    private static final String STANDARD_INPUT = "-";

    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "The file to take over, which is only read; - for standard input.")
    private String file = "";

    @ArgGroup(multiplicity = "1")
    private Target target = new Target();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "One of ${COMPLETION-CANDIDATES} (default: as the file begins).")
    private @Nullable ImportFormat format;

    /** Where the events go. */
    static final class Target {

        @Option(
                names = "--db",
                paramLabel = "PATH",
                required = true,
                description = "The SQLite file that takes the events; made if it does not exist.")
        private @Nullable Path database;

        @Option(
                names = "--to",
                paramLabel = "URL",
                required = true,
                description = "The log that takes the events, by its URL.")
        private String url = "";

        Storage open() {
            return new LogUrl(database == null ? url : "sqlite:" + database).open();
        }
    }

    ImportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        // Before the log is opened: nobody wants a new, empty one for a mistyped path.
        try (BufferedInputStream in = new BufferedInputStream(input(), 1 << 17)) {
            ImportFormat chosen = format == null ? ImportFormat.of(in, file) : format;
            return chosen == ImportFormat.ORIGINAL ? original() : exported(chosen, in);
        } catch (IOException e) {
            throw new Problem(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private InputStream input() throws IOException {
        if (file.equals(STANDARD_INPUT)) {
            return System.in;
        }
        if (!Files.isRegularFile(Path.of(file))) {
            throw new Problem(file + " is not a file; give the file to take over, or - for standard input");
        }
        return Files.newInputStream(Path.of(file));
    }

    private int exported(ImportFormat chosen, InputStream in) {
        long started = System.nanoTime();
        try (Storage storage = target.open();
                EventCursor events = chosen == ImportFormat.NDJSON ? Imports.ndjson(in) : Imports.cloudEvents(in)) {
            ImportReport report = new EventImport(storage.log()).run(events);
            title(storage);
            counts(report.stored(), report.alreadyStored(), System.nanoTime() - started);
        }
        return CommandLines.DONE;
    }

    private int original() {
        Path original = Path.of(file);
        OriginalSchemaImport.check(original);
        long started = System.nanoTime();
        Summary summary;
        try (Storage storage = target.open()) {
            summary = OriginalSchemaImport.run(original, storage.log(), this::tell);
            title(storage);
        }
        counts(summary.stored(), summary.present(), System.nanoTime() - started);
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
        return summary.refused() == 0 ? CommandLines.DONE : CommandLines.FAILED;
    }

    private void title(Storage storage) {
        terminal.line("%s %s into %s"
                .formatted(
                        terminal.styled(Style.BOLD, "Imported"),
                        file,
                        terminal.styled(Style.CYAN, storage.description().location())));
    }

    private void counts(long stored, long present, long nanos) {
        terminal.line("  %s events stored, %s events/s".formatted(Figures.count(stored), Figures.rate(stored, nanos)));
        if (present > 0) {
            terminal.line("  %s events were there from an earlier run".formatted(Figures.count(present)));
        }
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
