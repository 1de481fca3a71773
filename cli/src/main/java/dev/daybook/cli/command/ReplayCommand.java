package dev.daybook.cli.command;

import dev.daybook.cli.json.Json;
import dev.daybook.cli.terminal.Columns;
import dev.daybook.cli.terminal.Figures;
import dev.daybook.cli.terminal.Problem;
import dev.daybook.cli.terminal.Terminal;
import dev.daybook.console.difference.Change;
import dev.daybook.console.reading.Readers;
import dev.daybook.jackson.Rfc3339;
import dev.daybook.ports.event.StoredEvent;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** Goes through the history of an aggregate. */
@Command(
        name = "replay",
        header = "the history of an aggregate, step by step",
        description = {
            "Goes through the history of an aggregate from its first event: each step with what it has changed in the last value"
                    + " of each payload field, then how many there were and how long it took."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  daybook replay sqlite:daybook.db order_123",
            "  daybook replay sqlite:daybook.db order_123 | jq -c .changes"
        })
final class ReplayCommand extends LogCommand {

    @Parameters(index = "1", paramLabel = "AGGREGATE", description = "The id of an aggregate, such as order_123.")
    private String aggregate = "";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "One of ${COMPLETION-CANDIDATES} (default: table in a terminal, ndjson elsewhere).")
    private @Nullable StepFormat format;

    ReplayCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    int run(OpenLog log) {
        boolean table = format == null ? terminal().isInteractive() : format == StepFormat.TABLE;
        Columns columns = new Columns(terminal(), ">SEQ", ">POSITION", "TIME", "TYPE", "ACTOR", "CHANGES");
        JsonOutput json = new JsonOutput(terminal());
        long started = System.nanoTime();
        Readers readers = log.readers();
        long count = readers.states().walk(aggregate, readers.sights().whole(), step -> {
            if (table) {
                columns.row(row(step.event().event(), step.changes()));
            } else {
                json.line(tree(step.event().event(), step.changes()));
            }
        });
        columns.flush();
        end(log, table, count, Duration.ofNanos(System.nanoTime() - started));
        return CommandLines.DONE;
    }

    private void end(OpenLog log, boolean table, long count, Duration took) {
        if (count == 0) {
            throw new Problem(
                    "%s has no events in %s; daybook events lists what there is".formatted(aggregate, log.name()));
        }
        if (table) {
            terminal().row("%s events replayed in %s".formatted(Figures.count(count), Figures.time(took)));
        }
    }

    private String[] row(StoredEvent event, List<Change> changes) {
        return new String[] {
            Long.toString(event.sequence()),
            Long.toString(event.position()),
            Rfc3339.format(event.timestamp()),
            event.type().toString(),
            event.metadata().actor().orElse(""),
            changes.stream().map(change -> Changes.plain(terminal(), change)).collect(Collectors.joining(", "))
        };
    }

    private static ObjectNode tree(StoredEvent event, List<Change> changes) {
        ObjectNode tree = Json.tree(event);
        tree.set("changes", Changes.trees(changes));
        return tree;
    }
}
