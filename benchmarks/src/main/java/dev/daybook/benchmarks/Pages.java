package dev.daybook.benchmarks;

import dev.daybook.ports.event.Metadata;
import dev.daybook.ports.event.Tag;
import dev.daybook.ports.log.Criteria;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.log.TimeSpan;
import dev.daybook.ports.storage.Storage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntSupplier;

/** Pages of a filter, anywhere in the log, beside the read of one row by its key. */
final class Pages {

    private static final int ROUNDS = 9;
    private static final int PAGE = 50;
    private static final int TIMES = 200;
    private static final int BOUND = 20;
    private static final List<String> DETAILS = List.of("actor", "correlation_id", "causation_id", "tags", "metadata");

    private final Storage storage;
    private final Connection raw;
    private final Report report;

    Pages(Storage storage, Connection raw, Report report) {
        this.storage = storage;
        this.raw = raw;
        this.report = report;
    }

    void run() throws Exception {
        page("every event", Query.all());
        page("a frequent type", Query.types(Samples.TYPE.name()));
        page("a rare type (1 in 1,000)", Query.types("trade_amended"));
        page("an aggregate", Query.aggregate(Reads.LARGE));
        page("an actor (1 in 100)", Query.metadata(Metadata.by("alice")));
        page("a tag (1 in 500)", Query.tags(Tag.of("desk", "seven")));
        page("two types", Query.types(Samples.TYPE.name(), "trade_amended"));
        page("type or tag", Query.types("trade_amended").or(Query.tags(Tag.of("desk", "seven"))));
        page(
                "an aggregate and a type",
                Query.of(Criteria.any().aggregates(Reads.LARGE).types(Samples.TYPE.name())));
        times();
    }

    private void page(String what, Query query) throws Exception {
        measure(what, () -> {
            long from = ThreadLocalRandom.current().nextLong(Reads.EVENTS - 100_000);
            return read(query, Range.all().after(from).limit(PAGE));
        });
        measure(what + ", newest first", () -> {
            long to = 100_000 + ThreadLocalRandom.current().nextLong(Reads.EVENTS - 100_000);
            return read(query, Range.newestFirst().upTo(to).limit(PAGE));
        });
    }

    /** A minute anywhere: found by time alone, and of a type. */
    private void times() throws Exception {
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        Query type = Query.types(Samples.TYPE.name());
        for (Query query : List.of(Query.all(), type)) {
            String what = query.equals(type) ? "a minute by timestamp, of a type" : "a minute by timestamp";
            measure(what, () -> read(query, minute(start)));
            measure(what + ", newest first", () -> read(query, minute(start).backwards()));
        }
    }

    private static Range minute(Instant start) {
        Instant from = start.plusMillis(ThreadLocalRandom.current().nextLong(Reads.EVENTS - 10_000) * 10L);
        return Range.all()
                .happened(TimeSpan.between(from, from.plusSeconds(60)))
                .limit(PAGE);
    }

    private int read(Query query, Range range) {
        int count = 0;
        try (EventCursor cursor = storage.log().read(query, range)) {
            while (cursor.hasNext()) {
                cursor.next();
                count++;
            }
        }
        return count;
    }

    private void measure(String what, IntSupplier page) throws Exception {
        try (PreparedStatement point = raw.prepareStatement("select * from event_log where position = ?")) {
            Race.Result race = Race.run(
                    ROUNDS,
                    () -> Race.rate(TIMES, () -> {
                        for (int i = 0; i < TIMES; i++) {
                            Reads.expect(PAGE, page.getAsInt());
                        }
                    }),
                    // As many as take about as long as the pages, so that a disturbed moment weighs the same on both.
                    () -> Race.rate(BOUND * TIMES, () -> {
                        for (int i = 0; i < BOUND * TIMES; i++) {
                            rawPoint(point);
                        }
                    }));
            report.cost("a page of 50: " + what, race, BOUND);
        }
    }

    private static void rawPoint(PreparedStatement point) throws Exception {
        point.setLong(1, 1 + ThreadLocalRandom.current().nextLong(Reads.EVENTS));
        try (ResultSet row = point.executeQuery()) {
            row.next();
            row.getLong("position");
            row.getBytes("id");
            row.getLong("aggregate");
            row.getLong("sequence");
            row.getLong("type");
            row.getLong("timestamp");
            row.getLong("recorded_at");
            row.getBytes("payload");
            for (String detail : DETAILS) {
                row.getString(detail);
            }
        }
    }
}
