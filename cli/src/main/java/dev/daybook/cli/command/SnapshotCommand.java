package dev.daybook.cli.command;

import dev.daybook.cli.json.Json;
import dev.daybook.cli.terminal.Columns;
import dev.daybook.cli.terminal.Figures;
import dev.daybook.cli.terminal.Printable;
import dev.daybook.cli.terminal.Problem;
import dev.daybook.cli.terminal.Style;
import dev.daybook.cli.terminal.Terminal;
import dev.daybook.console.reading.SnapshotReader.SnapshotRow;
import dev.daybook.jackson.Rfc3339;
import dev.daybook.ports.snapshot.SnapshotTotals;
import dev.daybook.ports.storage.Storage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Snapshots: how many there are, those of an aggregate, or one more. */
@Command(
        name = "snapshot",
        header = "how many snapshots there are, those of an aggregate, or one more",
        description = {
            "Without an aggregate it tells how many snapshots there are and how large they are.",
            "With one it keeps the state that daybook state shows, the last value of each payload field, so that daybook state"
                    + " need not read the history before it again. Services never load it: it has a fingerprint of its own.",
            "With --list it lists those that it has kept before, and those that were given to the console."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  daybook snapshot sqlite:daybook.db",
            "  daybook snapshot sqlite:daybook.db order_123",
            "  daybook snapshot sqlite:daybook.db order_123 --list"
        })
final class SnapshotCommand extends LogCommand {

    @Parameters(index = "1", arity = "0..1", paramLabel = "AGGREGATE", description = "The id of an aggregate.")
    private @Nullable String aggregate;

    @Option(names = "--list", description = "List the snapshots of the aggregate, newest first, and keep none.")
    private boolean list;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "One of ${COMPLETION-CANDIDATES} (default: text in a terminal, json elsewhere).")
    private @Nullable TextFormat format;

    SnapshotCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    Storage open(LogUrl log) {
        return aggregate == null || list ? log.openReadOnly() : log.openExisting();
    }

    @Override
    int run(OpenLog log) {
        if (aggregate == null) {
            if (list) {
                throw new Problem("--list needs the id of an aggregate, as in: daybook snapshot URL order_123 --list");
            }
            totals(log.storage().snapshots().totals());
        } else if (list) {
            list(log, aggregate);
        } else {
            take(log, aggregate);
        }
        return CommandLines.DONE;
    }

    private void totals(SnapshotTotals totals) {
        if (TextFormat.isJson(format, terminal())) {
            new JsonOutput(terminal())
                    .print(Json.object().put("count", totals.count()).put("bytes", totals.bytes()));
            return;
        }
        terminal()
                .row("%s snapshots, %s"
                        .formatted(
                                terminal().styled(Style.BOLD, Figures.count(totals.count())),
                                Figures.bytes(totals.bytes())));
    }

    private void list(OpenLog log, String id) {
        List<SnapshotRow> rows = log.readers().snapshots().all(id);
        if (TextFormat.isJson(format, terminal())) {
            ArrayNode array = Json.array();
            rows.forEach(row -> array.add(json(id, row)));
            new JsonOutput(terminal()).print(array);
            return;
        }
        Columns columns = new Columns(terminal(), ">SEQUENCE", "TAKEN", ">SIZE", "FOLDED BY", "FINGERPRINT");
        rows.forEach(row -> columns.row(
                Figures.count(row.sequence()),
                Rfc3339.format(row.takenAt()),
                Figures.bytes(row.bytes()),
                row.by(),
                row.fingerprint()));
        columns.flush();
        if (rows.isEmpty()) {
            terminal().row("no snapshot of " + Printable.text(id) + " was kept in " + log.name());
        }
    }

    private static ObjectNode json(String id, SnapshotRow row) {
        return Json.object()
                .put("aggregate_id", id)
                .put("sequence", row.sequence())
                .put("fingerprint", row.fingerprint())
                .put("folded_by", row.by())
                .put("taken_at", Rfc3339.format(row.takenAt()))
                .put("bytes", row.bytes());
    }

    private void take(OpenLog log, String id) {
        SnapshotRow snapshot = log.readers()
                .snapshots()
                .take(id)
                .orElseThrow(() -> new Problem(
                        "%s has no events in %s; daybook events lists what there is".formatted(id, log.name())));
        if (TextFormat.isJson(format, terminal())) {
            new JsonOutput(terminal()).print(json(id, snapshot));
            return;
        }
        terminal()
                .row("%s of %s at sequence %s"
                        .formatted(
                                terminal().styled(Style.BOLD, "Snapshot"),
                                Printable.text(id),
                                Figures.count(snapshot.sequence())));
        new Sheet()
                .line("fingerprint", snapshot.fingerprint())
                .line("taken", Rfc3339.format(snapshot.takenAt()))
                .line("size", Figures.bytes(snapshot.bytes()))
                .line("state", StateCommand.NOTE)
                .print(terminal());
    }
}
