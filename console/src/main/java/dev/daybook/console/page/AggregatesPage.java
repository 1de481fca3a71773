package dev.daybook.console.page;

import dev.daybook.console.reading.AggregateReader;
import dev.daybook.console.reading.Readers;
import dev.daybook.console.reading.SnapshotReader;
import dev.daybook.console.reading.SnapshotReader.SnapshotRow;
import dev.daybook.console.web.Answer;
import dev.daybook.console.web.Call;
import dev.daybook.core.audit.Statistics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The page of aggregates: which there are, and how many events it takes to have the state of each. */
final class AggregatesPage {

    static final String PATH = "/aggregates";
    static final String PREFIX = "prefix";
    static final String AFTER = "after";
    static final String SNAPSHOT = "snapshot";
    static final Set<String> PARAMETERS = Set.of(PREFIX, AFTER, SNAPSHOT);

    /** What the figures of the overview lead to, within the page. */
    static final String LOADS = "loads";

    static final String SNAPSHOTS = "snapshots";
    static final String PAST = "past";

    private static final int LIMIT = 50;

    /** For how long one call looks for aggregates with a snapshot. */
    private static final Duration PATIENCE = Duration.ofMillis(60);

    private final Readers readers;
    private final Templates templates;

    AggregatesPage(Readers readers, Templates templates) {
        this.readers = readers;
        this.templates = templates;
    }

    Answer show(Call call) {
        String prefix = call.text(PREFIX).orElse("");
        boolean isKept = call.flag(SNAPSHOT);
        String before = call.text(AFTER).orElse("");
        AggregateReader.AggregatePage page = isKept
                ? readers.aggregates().search(prefix, before, LIMIT, this::hasSnapshot, PATIENCE)
                : readers.aggregates().page(prefix, before, LIMIT);
        Instant now = Instant.now();
        return templates.html(
                "aggregates",
                new AggregatesModel(
                        Frame.of(call, "Aggregates", PATH),
                        prefix,
                        isKept,
                        readers.figures()
                                .read()
                                .statistics()
                                .map(AggregatesPage::facts)
                                .orElse(List.of()),
                        page.aggregates().stream()
                                .map(one -> row(call, one, now))
                                .toList(),
                        page.aggregates().size() < LIMIT ? page.next().map(Visible::name) : Optional.empty(),
                        page.next().map(after -> here(call).with(AFTER, after).toString()),
                        call.text(AFTER).map(after -> here(call).toString())));
    }

    private boolean hasSnapshot(String id) {
        return readers.snapshots().newest(id).isPresent();
    }

    private static Url here(Call call) {
        return Url.of(call.base(), PATH).with(call.query(), name -> !name.equals(AFTER));
    }

    private AggregatesModel.Row row(Call call, AggregateReader.Aggregate aggregate, Instant now) {
        Optional<SnapshotRow> snapshot = readers.snapshots().newest(aggregate.id());
        long from = snapshot.filter(row -> !row.by().equals(SnapshotReader.GIVEN))
                .map(SnapshotRow::sequence)
                .orElse(0L);
        String url = Url.of(call.base(), AggregatePage.PATH)
                .with("id", aggregate.id())
                .toString();
        return new AggregatesModel.Row(
                new Link(Visible.name(aggregate.id()), url),
                Numbers.grouped(aggregate.events()),
                Time.of(aggregate.last().timestamp(), now),
                snapshot.map(row -> told(row, now)).orElse(""),
                Numbers.grouped(aggregate.events() - from),
                url + "&replay=true");
    }

    private static String told(SnapshotRow row, Instant now) {
        return "step " + Numbers.grouped(row.sequence()) + (row.by().equals(SnapshotReader.GIVEN) ? " (given)" : "")
                + ", " + Time.of(row.takenAt(), now).ago() + ", " + Numbers.bytes(row.bytes());
    }

    private static List<AggregatesModel.Fact> facts(Statistics statistics) {
        var loads = statistics.replays();
        var kept = statistics.snapshots();
        var past = statistics.pastCache();
        return List.of(
                new AggregatesModel.Fact(
                        LOADS,
                        "Loads and replays",
                        loads.count() == 0
                                ? "None yet in this process."
                                : Numbers.grouped(loads.count()) + " in this process, the last in "
                                        + Numbers.millis(loads.last()) + ", on average in "
                                        + Numbers.millis(loads.mean()) + ", at most in " + Numbers.millis(loads.max())
                                        + ". A load folds the events behind the newest snapshot, a replay all of them."),
                new AggregatesModel.Fact(
                        SNAPSHOTS,
                        "Snapshots",
                        Numbers.grouped(kept.count()) + " in the log, " + Numbers.bytes(kept.bytes())
                                + ". They are of aggregates, listed here with the newest of each, and of what was"
                                + " counted in the log."),
                new AggregatesModel.Fact(
                        PAST,
                        "Past states",
                        Numbers.grouped(past.hits()) + " of " + Numbers.grouped(past.hits() + past.misses())
                                + " questions for a state at a time were answered by this process from "
                                + "memory, where it keeps " + Numbers.grouped(past.entries())
                                + " of them. Such a question is asked on the page of an aggregate."));
    }
}
