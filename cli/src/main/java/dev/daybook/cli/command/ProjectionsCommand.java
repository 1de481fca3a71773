package dev.daybook.cli.command;

import dev.daybook.cli.json.Json;
import dev.daybook.cli.terminal.Columns;
import dev.daybook.cli.terminal.Figures;
import dev.daybook.cli.terminal.Terminal;
import dev.daybook.core.projection.ProjectionState;
import dev.daybook.core.projection.ProjectionStates;
import dev.daybook.jackson.Rfc3339;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;

/** Lists the views of a log. */
@Command(
        name = "projections",
        header = "views: position, lag, which version is served",
        description = {
            "Lists the versions of every view that a projection keeps: how far each has come, how far it is behind, and whether"
                    + " it is the one that is served.",
            "It cannot rebuild a view: that needs the projection's code. Raise its version, and it is built beside the old one."
        },
        footerHeading = "%nExample:%n",
        footer = "  daybook projections sqlite:daybook.db")
final class ProjectionsCommand extends LogCommand {

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "One of ${COMPLETION-CANDIDATES} (default: text in a terminal, json elsewhere).")
    private @Nullable TextFormat format;

    ProjectionsCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    int run(OpenLog log) {
        long head = log.log().head();
        List<ProjectionState> all = new ProjectionStates(log.storage(), log.codec()).all();
        if (TextFormat.isJson(format, terminal())) {
            ArrayNode array = Json.array();
            all.forEach(one -> array.addObject()
                    .put("name", one.name())
                    .put("version", one.version())
                    .put("inline", one.isInline())
                    .put("served", one.isServed())
                    .put("dropped", one.isDropped())
                    .put("held", one.isHeld())
                    .put("position", one.checkpoint())
                    .put("lag", Math.max(0, head - one.checkpoint()))
                    .put("moved_at", Rfc3339.format(one.movedAt())));
            new JsonOutput(terminal()).print(array);
            return CommandLines.DONE;
        }
        Columns columns = new Columns(terminal(), "PROJECTION", ">VERSION", ">POSITION", ">LAG", "MOVED", "STATE");
        all.forEach(one -> columns.row(
                one.name(),
                Integer.toString(one.version()),
                Figures.count(one.checkpoint()),
                Figures.count(Math.max(0, head - one.checkpoint())),
                Rfc3339.format(one.movedAt()),
                words(one, head)));
        columns.flush();
        if (all.isEmpty()) {
            terminal().row("no projection has ever been kept in " + log.name());
        }
        return CommandLines.DONE;
    }

    private static String words(ProjectionState one, long head) {
        List<String> words = new ArrayList<>();
        if (one.isDropped()) {
            words.add("dropped");
        } else {
            words.add(one.isInline() ? "kept with the appends" : one.isHeld() ? "kept" : "nobody keeps it");
        }
        if (one.isServed()) {
            words.add("served");
        }
        if (one.checkpoint() > head) {
            words.add("beyond the log's end: daybook doctor says more");
        }
        return String.join(", ", words);
    }
}
