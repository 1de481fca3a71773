package dev.daybook.cli.command;

import dev.daybook.cli.json.Json;
import dev.daybook.cli.terminal.Printable;
import dev.daybook.cli.terminal.Problem;
import dev.daybook.cli.terminal.Style;
import dev.daybook.cli.terminal.Terminal;
import dev.daybook.console.reading.EventDetail;
import dev.daybook.console.reading.Readers;
import dev.daybook.console.reading.ShownEvent;
import dev.daybook.jackson.Rfc3339;
import dev.daybook.ports.event.StoredEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Shows one event. */
@Command(
        name = "show",
        header = "one event by position or id, with its causes and effects",
        description =
                "Shows one event: all of its content, the chain of events that has led to it, and what it has caused directly.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  daybook show sqlite:daybook.db 42",
            "  daybook show sqlite:daybook.db 018f0000-0000-7000-8000-000000000001 | jq .event.payload"
        })
final class ShowCommand extends LogCommand {

    @Parameters(index = "1", paramLabel = "EVENT", description = "The position or the id of an event.")
    private String named = "";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "One of ${COMPLETION-CANDIDATES} (default: text in a terminal, json elsewhere).")
    private @Nullable TextFormat format;

    ShowCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    int run(OpenLog log) {
        Readers readers = log.readers();
        EventDetail detail = readers.events()
                .detail(named, readers.sights().whole())
                .orElseThrow(() -> new Problem(
                        ("there is no event %s in %s; give a position, up to %d, or the id of an event, such as"
                                        + " 018f0000-0000-7000-8000-000000000001")
                                .formatted(named, log.name(), log.log().head())));
        StoredEvent event = detail.event().event();
        List<StoredEvent> causes = events(detail.causes());
        List<StoredEvent> effects = events(detail.effects());
        if (TextFormat.isJson(format, terminal())) {
            ObjectNode all = Json.object();
            all.set("event", Json.tree(event));
            trees(all.putArray("causes"), causes);
            trees(all.putArray("effects"), effects);
            all.put("more_effects", detail.moreEffects());
            new JsonOutput(terminal()).print(all);
        } else {
            print(event, causes, effects, detail.moreEffects());
        }
        return CommandLines.DONE;
    }

    private static List<StoredEvent> events(List<ShownEvent> shown) {
        return shown.stream().map(ShownEvent::event).toList();
    }

    private static void trees(ArrayNode array, List<StoredEvent> events) {
        events.forEach(event -> array.add(Json.tree(event)));
    }

    private void print(StoredEvent event, List<StoredEvent> causes, List<StoredEvent> effects, boolean more) {
        Terminal terminal = terminal();
        terminal.row("%s at position %d"
                .formatted(
                        terminal.styled(Style.BOLD, Printable.text(event.type().toString())), event.position()));
        new Sheet()
                .line("aggregate", event.aggregateId() + ", sequence " + event.sequence())
                .line("id", event.id().toString())
                .line("happened", Rfc3339.format(event.timestamp()))
                .line("recorded", Rfc3339.format(event.recordedAt()))
                .line("actor", event.metadata().actor().orElse(""))
                .line("correlation", event.metadata().correlationId().orElse(""))
                .line("causation", event.metadata().causationId().orElse(""))
                .lines("metadata", event.metadata().entries())
                .line(
                        "tags",
                        String.join(
                                ", ",
                                event.tags().stream()
                                        .map(Object::toString)
                                        .sorted()
                                        .toList()))
                .line("payload", event.payload().toString())
                .print(terminal);
        terminal.row("");
        Json.tree(event.payload())
                .ifPresentOrElse(
                        tree -> Json.pretty(tree).lines().forEach(line -> terminal.row("  " + Printable.text(line))),
                        () -> terminal.row("  " + EventTable.content(event.payload())));
        list("Caused by, the nearest first", causes);
        list(more ? "Has caused, among others" : "Has caused", effects);
    }

    private void list(String title, List<StoredEvent> events) {
        if (!events.isEmpty()) {
            terminal().row("");
            terminal().row(terminal().styled(Style.BOLD, title));
            EventTable table = new EventTable(terminal());
            events.forEach(table::write);
            table.close();
        }
    }
}
