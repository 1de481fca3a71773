package dev.daybook.cli.command;

import dev.daybook.cli.json.Json;
import dev.daybook.cli.terminal.Figures;
import dev.daybook.cli.terminal.Printable;
import dev.daybook.cli.terminal.Problem;
import dev.daybook.cli.terminal.Style;
import dev.daybook.cli.terminal.Terminal;
import dev.daybook.console.reading.SnapshotReader.SnapshotRow;
import dev.daybook.jackson.Rfc3339;
import dev.daybook.ports.snapshot.SnapshotTotals;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Snapshots: how many there are, or one more. */
@Command(
        name = "snapshot",
        header = "how many snapshots there are, or one more",
        description = {
            "Without an aggregate it tells how many snapshots there are and how large they are.",
            "With one it keeps the state that daybook state shows, the last value of each payload field, so that daybook state"
                    + " need not read the history before it again. Services never load it: it has a fingerprint of its own."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  daybook snapshot sqlite:daybook.db", "  daybook snapshot sqlite:daybook.db order_123"})
final class SnapshotCommand extends LogCommand {

    @Parameters(index = "1", arity = "0..1", paramLabel = "AGGREGATE", description = "The id of an aggregate.")
    private @Nullable String aggregate;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "One of ${COMPLETION-CANDIDATES} (default: text in a terminal, json elsewhere).")
    private @Nullable TextFormat format;

    SnapshotCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    int run(OpenLog log) {
        if (aggregate == null) {
            totals(log.storage().snapshots().totals());
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

    private void take(OpenLog log, String id) {
        SnapshotRow snapshot = log.readers()
                .snapshots()
                .take(id)
                .orElseThrow(() -> new Problem(
                        "%s has no events in %s; daybook events lists what there is".formatted(id, log.name())));
        if (TextFormat.isJson(format, terminal())) {
            new JsonOutput(terminal())
                    .print(Json.object()
                            .put("aggregate_id", id)
                            .put("sequence", snapshot.sequence())
                            .put("fingerprint", snapshot.fingerprint())
                            .put("taken_at", Rfc3339.format(snapshot.takenAt()))
                            .put("bytes", snapshot.bytes()));
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
