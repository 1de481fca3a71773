package dev.daybook.cli.command;

import dev.daybook.cli.doctor.Diagnosis;
import dev.daybook.cli.json.Json;
import dev.daybook.cli.terminal.Columns;
import dev.daybook.cli.terminal.Figures;
import dev.daybook.cli.terminal.Terminal;
import dev.daybook.core.consumer.DeadLetters;
import dev.daybook.jackson.Rfc3339;
import dev.daybook.ports.consumer.ConsumerState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;

/** Lists the consumers of a log. */
@Command(
        name = "consumers",
        header = "whatever follows the log: position, lag, diagnosis",
        description = {
            "Lists everything that follows the log (consumers, projections, process managers): how far each has come, how far it is"
                    + " behind, how many events it has parked, and what is to be said about it.",
            "The exit code is 1 if one has parked events."
        },
        footerHeading = "%nExample:%n",
        footer = "  daybook consumers sqlite:daybook.db")
final class ConsumersCommand extends LogCommand {

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "One of ${COMPLETION-CANDIDATES} (default: text in a terminal, json elsewhere).")
    private @Nullable TextFormat format;

    ConsumersCommand(Terminal terminal) {
        super(terminal);
    }

    private record Shown(ConsumerState state, long lag, long parked, String diagnosis) {}

    @Override
    int run(OpenLog log) {
        DeadLetters letters = new DeadLetters(log.storage(), log.codec());
        long head = log.log().head();
        List<Shown> all = new ArrayList<>();
        for (ConsumerState state : log.storage().consumers().all()) {
            long parked = letters.of(state.name()).size();
            all.add(new Shown(
                    state, Math.max(0, head - state.checkpoint()), parked, Diagnosis.of(state, head, parked)));
        }
        if (TextFormat.isJson(format, terminal())) {
            new JsonOutput(terminal()).print(tree(all));
        } else {
            print(log, all);
        }
        return all.stream().anyMatch(one -> one.parked() > 0) ? CommandLines.FAILED : CommandLines.DONE;
    }

    private static ArrayNode tree(List<Shown> all) {
        ArrayNode array = Json.array();
        all.forEach(one -> array.addObject()
                .put("name", one.state().name())
                .put("position", one.state().checkpoint())
                .put("lag", one.lag())
                .put("parked", one.parked())
                .put("held", !one.state().isFree())
                .put("moved_at", Rfc3339.format(one.state().movedAt()))
                .put("diagnosis", one.diagnosis()));
        return array;
    }

    private void print(OpenLog log, List<Shown> all) {
        Columns columns = new Columns(terminal(), "CONSUMER", ">POSITION", ">LAG", ">PARKED", "MOVED", "DIAGNOSIS");
        all.forEach(one -> columns.row(
                one.state().name(),
                Figures.count(one.state().checkpoint()),
                Figures.count(one.lag()),
                Figures.count(one.parked()),
                Rfc3339.format(one.state().movedAt()),
                one.diagnosis()));
        columns.flush();
        if (all.isEmpty()) {
            terminal().row("nothing has ever followed " + log.name());
        }
    }
}
