package dev.daybook.cli.command;

import dev.daybook.cli.json.Json;
import dev.daybook.cli.terminal.Figures;
import dev.daybook.cli.terminal.Printable;
import dev.daybook.cli.terminal.Style;
import dev.daybook.cli.terminal.Table;
import dev.daybook.cli.terminal.Terminal;
import dev.daybook.core.audit.Statistics;
import dev.daybook.ports.snapshot.SnapshotTotals;
import dev.daybook.ports.storage.Storage;
import dev.daybook.ports.storage.StorageDescription;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** A log in figures. */
@Command(
        name = "stats",
        header = "a log in figures",
        description = {
            "Counts a log: events by type, by day and by hour of the day, snapshots, and the size of its file.",
            "What was counted is kept beside the log, so that the next time only what is new is read."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  daybook stats sqlite:daybook.db", "  daybook stats sqlite:daybook.db | jq .types"})
final class StatsCommand extends LogCommand {

    private static final int BAR = 30;
    private static final int DAYS = 14;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "One of ${COMPLETION-CANDIDATES} (default: text in a terminal, json elsewhere).")
    private @Nullable TextFormat format;

    StatsCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    Storage open(LogUrl log) {
        return log.openAsMayBe();
    }

    @Override
    int run(OpenLog log) {
        Statistics statistics = log.audit().statistics();
        if (TextFormat.isJson(format, terminal())) {
            new JsonOutput(terminal()).print(tree(log, statistics));
        } else {
            print(log, statistics);
        }
        return CommandLines.DONE;
    }

    private static ObjectNode tree(OpenLog log, Statistics statistics) {
        StorageDescription storage = log.storage().description();
        ObjectNode tree = Json.object()
                .put("location", storage.location())
                .put("engine", storage.engine())
                .put("durability", storage.durability());
        log.bytes().ifPresent(bytes -> tree.put("bytes", bytes));
        tree.put("events", statistics.events());
        tree.set("types", Json.of(statistics.perType()));
        tree.set("days", Json.of(texts(statistics.perDay())));
        tree.set("hours_of_day", Json.of(statistics.perHourOfDay()));
        tree.set("recent_hours", Json.of(texts(statistics.perRecentHour())));
        SnapshotTotals snapshots = statistics.snapshots();
        tree.putObject("snapshots").put("count", snapshots.count()).put("bytes", snapshots.bytes());
        return tree;
    }

    private static Map<String, Long> texts(Map<?, Long> counts) {
        Map<String, Long> texts = new LinkedHashMap<>();
        counts.forEach((key, count) -> texts.put(key.toString(), count));
        return texts;
    }

    private void print(OpenLog log, Statistics statistics) {
        StorageDescription storage = log.storage().description();
        SnapshotTotals snapshots = statistics.snapshots();
        terminal()
                .row("%s events of %d types in %s"
                        .formatted(
                                terminal().styled(Style.BOLD, Figures.count(statistics.events())),
                                statistics.perType().size(),
                                terminal().styled(Style.CYAN, storage.location())));
        new Sheet()
                .line("engine", storage.engine())
                .line("durability", storage.durability())
                .line("size", log.bytes().map(Figures::bytes).orElse(""))
                .line(
                        "snapshots",
                        "%s, %s".formatted(Figures.count(snapshots.count()), Figures.bytes(snapshots.bytes())))
                .print(terminal());
        types(statistics.perType());
        last("Days", texts(statistics.perDay()), DAYS);
        Map<String, Long> hours = new LinkedHashMap<>();
        for (int hour = 0; hour < statistics.perHourOfDay().size(); hour++) {
            hours.put("%02d:00".formatted(hour), statistics.perHourOfDay().get(hour));
        }
        last("Hours of the day, UTC", hours, hours.size());
    }

    private void types(Map<String, Long> types) {
        Map<String, Long> sorted = new LinkedHashMap<>();
        types.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .forEach(type -> sorted.put(type.getKey(), type.getValue()));
        last("Types", sorted, sorted.size());
    }

    /** The last ones of some counts, each with a bar. */
    private void last(String title, Map<String, Long> counts, int most) {
        if (counts.isEmpty()) {
            return;
        }
        long greatest = Collections.max(counts.values());
        int more = Math.max(0, counts.size() - most);
        terminal().heading(more == 0 ? title : title + ", the last " + most);
        Table table = new Table("", ">", "");
        counts.entrySet().stream()
                .skip(more)
                .forEach(count -> table.row(
                        Printable.text(count.getKey()),
                        Figures.count(count.getValue()),
                        terminal().bar(count.getValue(), greatest, BAR)));
        table.print(terminal());
    }
}
