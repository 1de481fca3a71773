package dev.daybook.cli.command;

import dev.daybook.cli.json.Json;
import dev.daybook.cli.terminal.Printable;
import dev.daybook.cli.terminal.Problem;
import dev.daybook.cli.terminal.Style;
import dev.daybook.cli.terminal.Terminal;
import dev.daybook.console.difference.Change;
import dev.daybook.console.difference.JsonDifference;
import dev.daybook.console.reading.Folded;
import dev.daybook.console.reading.Readers;
import dev.daybook.jackson.Rfc3339;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** The state of an aggregate, now or then, and what has changed. */
@Command(
        name = "state",
        header = "an aggregate as it is or was, and what has changed",
        description = {
            "Shows the state of an aggregate at a time or position: the last value of each field of its events' payloads. A"
                    + " service that folds its events in another way has another state.",
            "With --diff it shows what is different between two moments, field by field, old to new."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  daybook state sqlite:daybook.db order_123 --at 2026-03-01T12:00:00Z",
            "  daybook state sqlite:daybook.db order_123 --diff -1d",
            "  daybook state sqlite:daybook.db order_123 | jq .state"
        })
final class StateCommand extends LogCommand {

    static final String NOTE = "the last value of each field of its payloads; a service's own fold may differ";

    @Parameters(index = "1", paramLabel = "AGGREGATE", description = "The id of an aggregate, such as order_123.")
    private String aggregate = "";

    @Option(
            names = "--at",
            paramLabel = "TIME|POSITION",
            description = "As it was then: a time as with daybook events --from, or a position (default: as it is).")
    private Point at = Point.END;

    @Option(
            names = "--diff",
            paramLabel = "TIME|POSITION",
            description = "Show what has changed between then and --at.")
    private @Nullable Point other;

    @Option(
            names = "--recorded",
            description = "Times are those of recording: what was known then, rather than what had happened.")
    private boolean recorded;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "One of ${COMPLETION-CANDIDATES} (default: text in a terminal, json elsewhere).")
    private @Nullable TextFormat format;

    StateCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    int run(OpenLog log) {
        Folded state = fold(log, at);
        Folded before = other == null ? null : fold(log, other);
        if (Math.max(state.sequence(), before == null ? 0 : before.sequence()) == 0) {
            throw new Problem("%s has no events%s in %s; daybook events lists what there is"
                    .formatted(aggregate, at.equals(Point.END) ? "" : " up to then", log.name()));
        }
        if (before == null) {
            show(state);
        } else if (before.sequence() <= state.sequence()) {
            show(before, state);
        } else {
            show(state, before);
        }
        return CommandLines.DONE;
    }

    private Folded fold(OpenLog log, Point point) {
        Readers readers = log.readers();
        return readers.states()
                .state(
                        aggregate,
                        recorded ? point.known() : point.moment(),
                        readers.sights().whole());
    }

    private void show(Folded state) {
        if (TextFormat.isJson(format, terminal())) {
            ObjectNode tree = Json.object().put("aggregate_id", aggregate).put("sequence", state.sequence());
            if (state.sequence() > 0) {
                tree.put("latest", Rfc3339.format(state.latest()));
            }
            tree.set("state", state.state());
            new JsonOutput(terminal()).print(tree.put("note", NOTE));
            return;
        }
        title(Printable.text(aggregate) + ", sequence " + state.sequence());
        Json.pretty(state.state()).lines().forEach(line -> terminal().row("  " + Printable.text(line)));
        note();
    }

    private void show(Folded before, Folded after) {
        List<Change> changes = JsonDifference.between(before.state(), after.state());
        if (TextFormat.isJson(format, terminal())) {
            ObjectNode tree = Json.object().put("aggregate_id", aggregate);
            tree.put("from_sequence", before.sequence()).put("to_sequence", after.sequence());
            tree.set("changes", Changes.trees(changes));
            new JsonOutput(terminal()).print(tree.put("note", NOTE));
            return;
        }
        title("%s, sequence %d to %d".formatted(Printable.text(aggregate), before.sequence(), after.sequence()));
        changes.forEach(change -> terminal().row("  " + Changes.text(terminal(), change)));
        if (changes.isEmpty()) {
            terminal().row("  no difference");
        }
        note();
    }

    private void title(String text) {
        terminal().row(terminal().styled(Style.BOLD, text));
    }

    private void note() {
        terminal().row(terminal().styled(Style.DIM, "  " + NOTE));
    }
}
