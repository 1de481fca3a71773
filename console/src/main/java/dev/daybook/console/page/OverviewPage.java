package dev.daybook.console.page;

import dev.daybook.console.reading.Figures;
import dev.daybook.console.reading.Histogram;
import dev.daybook.console.reading.Readers;
import dev.daybook.console.web.Answer;
import dev.daybook.console.web.Call;
import dev.daybook.core.audit.Statistics;
import dev.daybook.jackson.Rfc3339;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** The page of figures: what there is in the log, each figure one click from its events. */
final class OverviewPage {

    static final String PATH = "/overview";

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int MOST_DAYS = 366;
    private static final int LEAST_DAYS = 14;
    private static final int LEAST_HOURS = 48;
    private static final int MOST_TYPES = 40;
    private static final int MOST_ACTORS = 12;
    private static final double SECONDS = 60;

    private final Readers readers;
    private final Templates templates;

    OverviewPage(Readers readers, Templates templates) {
        this.readers = readers;
        this.templates = templates;
    }

    Answer show(Call call) {
        Figures figures = readers.figures().read();
        BarChart.Address address = (from, to) -> Url.of(call.base(), EventsPage.PATH)
                .with("from", Rfc3339.format(from))
                .with("to", Rfc3339.format(to))
                .toString();
        Optional<Statistics> statistics = figures.statistics();
        return templates.html(
                "overview",
                new OverviewModel(
                        Frame.of(call, "Overview", PATH),
                        statistics.isEmpty(),
                        tiles(call, figures),
                        statistics.map(known -> types(call, known)).orElse(List.of()),
                        actors(call),
                        BarChart.of(
                                days(statistics.map(Statistics::perDay).orElseGet(Collections::emptySortedMap)),
                                LEAST_DAYS,
                                "events a day",
                                address),
                        BarChart.of(
                                hours(statistics.map(Statistics::perRecentHour).orElseGet(Collections::emptySortedMap)),
                                LEAST_HOURS,
                                "events an hour, before the last one",
                                address),
                        ofDay(statistics.map(Statistics::perHourOfDay).orElse(List.of())),
                        figures.storage().engine() + ", " + figures.storage().location()));
    }

    private static List<OverviewModel.Tile> tiles(Call call, Figures figures) {
        List<OverviewModel.Tile> tiles = new ArrayList<>();
        tiles.add(new OverviewModel.Tile(
                "Events", Numbers.grouped(figures.head()), "in the whole log", call.base() + EventsPage.PATH));
        String lately = Url.of(call.base(), EventsPage.PATH)
                .with("from", Rfc3339.format(Instant.now().minus(Duration.ofMinutes(1))))
                .toString();
        tiles.add(new OverviewModel.Tile(
                "Events a second", Numbers.decimal(figures.lastMinute() / SECONDS), "in the last minute", lately));
        figures.bytes()
                .ifPresent(bytes -> tiles.add(new OverviewModel.Tile(
                        "Storage", Numbers.bytes(bytes), perEvent(figures), call.base() + EventsPage.PATH)));
        tiles.add(growth(call, figures));
        figures.statistics().ifPresent(statistics -> counted(call, tiles, statistics));
        return tiles;
    }

    private static String perEvent(Figures figures) {
        return figures.bytesPerEvent().isPresent()
                ? Numbers.bytes(Math.round(figures.bytesPerEvent().getAsDouble())) + " an event"
                : "";
    }

    /** Nobody keeps how large the file was: it is told from the events that have come. They are the newest, whenever they happened. */
    private static OverviewModel.Tile growth(Call call, Figures figures) {
        String events = Numbers.grouped(figures.lastDay()) + (figures.lastDay() == 1 ? " event" : " events");
        String newest = call.base() + EventsPage.PATH;
        return figures.bytesPerDay().isPresent()
                ? new OverviewModel.Tile(
                        "Growth a day",
                        "≈ " + Numbers.bytes(figures.bytesPerDay().getAsLong()),
                        events + " in the last 24 hours, at " + perEvent(figures),
                        newest)
                : new OverviewModel.Tile("Growth a day", events, "in the last 24 hours", newest);
    }

    private static void counted(Call call, List<OverviewModel.Tile> tiles, Statistics statistics) {
        String aggregates = call.base() + AggregatesPage.PATH;
        var snapshots = statistics.snapshots();
        String faults = statistics.snapshotFaults() == 0
                ? ""
                : ", " + statistics.snapshotFaults() + " could not be read or saved";
        tiles.add(new OverviewModel.Tile(
                "Snapshots",
                Numbers.grouped(snapshots.count()),
                Numbers.bytes(snapshots.bytes()) + faults,
                Url.of(call.base(), AggregatesPage.PATH).with(AggregatesPage.SNAPSHOT, true) + "#"
                        + AggregatesPage.SNAPSHOTS));
        var replays = statistics.replays();
        tiles.add(new OverviewModel.Tile(
                "Replay",
                replays.count() == 0 ? "–" : Numbers.millis(replays.mean()),
                replays.count() == 0
                        ? "none yet in this process"
                        : "on average of " + Numbers.grouped(replays.count()) + ", at most "
                                + Numbers.millis(replays.max()),
                aggregates + "#" + AggregatesPage.LOADS));
        var cache = statistics.pastCache();
        tiles.add(new OverviewModel.Tile(
                "Cache of past states",
                cache.hits() + cache.misses() == 0 ? "–" : Numbers.percent(cache.hitRate()),
                Numbers.grouped(cache.hits()) + " hits, " + Numbers.grouped(cache.misses()) + " misses",
                aggregates + "#" + AggregatesPage.PAST));
    }

    private static List<OverviewModel.Share> types(Call call, Statistics statistics) {
        long most = statistics.perType().values().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(1);
        return statistics.perType().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(MOST_TYPES)
                .map(type -> share(call, "type", type.getKey(), type.getValue(), most))
                .toList();
    }

    private List<OverviewModel.Share> actors(Call call) {
        Map<String, Long> actors = readers.events().actors();
        long most = actors.values().stream().mapToLong(Long::longValue).max().orElse(1);
        return actors.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(MOST_ACTORS)
                .map(actor -> share(call, "actor", actor.getKey(), actor.getValue(), most))
                .toList();
    }

    private static OverviewModel.Share share(Call call, String parameter, String name, long events, long most) {
        return new OverviewModel.Share(
                Visible.name(name),
                parameter.equals("type") ? EventRow.hue(name) : "",
                events,
                Numbers.grouped(events),
                most,
                Url.of(call.base(), EventsPage.PATH).with(parameter, name).toString());
    }

    private static Histogram days(SortedMap<LocalDate, Long> perDay) {
        List<Histogram.Bucket> days = perDay.entrySet().stream()
                .filter(day -> day.getKey().isAfter(perDay.lastKey().minusDays(MOST_DAYS)))
                .map(day -> new Histogram.Bucket(
                        day.getKey().atStartOfDay(ZoneOffset.UTC).toInstant(), day.getValue()))
                .toList();
        return new Histogram(DAY, days, true, 1);
    }

    private static Histogram hours(SortedMap<Instant, Long> perHour) {
        List<Histogram.Bucket> hours = perHour.entrySet().stream()
                .map(hour -> new Histogram.Bucket(hour.getKey(), hour.getValue()))
                .toList();
        return new Histogram(HOUR, hours, true, 1);
    }

    private static List<OverviewModel.Hour> ofDay(List<Long> counts) {
        long most = counts.stream().mapToLong(Long::longValue).max().orElse(0);
        double step = 1000.0 / Math.max(1, counts.size());
        List<OverviewModel.Hour> hours = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            double height = most == 0 ? 0 : 100.0 * counts.get(i) / most;
            hours.add(new OverviewModel.Hour(
                    BarChart.number(i * step + step * 0.08),
                    BarChart.number(100 - height),
                    BarChart.number(step * 0.84),
                    BarChart.number(height),
                    i + ":00 – " + Numbers.grouped(counts.get(i))));
        }
        return hours;
    }
}
