package dev.daybook.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/** Exports of many events as a console streams them, beside reading the same rows by hand. */
final class ConsoleExports {

    private static final int ROUNDS = 3;
    private static final int LOOKS_AT_HEAP = 5;
    private static final int PAGE = 5_000;
    private static final int BUFFER = 1 << 16;
    private static final List<String> TEXTS = List.of("actor", "correlation_id", "causation_id", "tags", "metadata");

    private final Connection raw;
    private final Report report;
    private final long events;

    ConsoleExports(Connection raw, Report report, long events) {
        this.raw = raw;
        this.report = report;
        this.events = events;
    }

    void race(String of, Fetch fetch) throws Exception {
        report.race(
                "export of %,d events %s as NDJSON over HTTP, beside reading the same rows".formatted(events, of),
                "events/s",
                Race.run(
                        ROUNDS,
                        () -> Race.rate(events, () -> Reads.expect(events, lines(fetch, line -> {}))),
                        () -> Race.rate(events, () -> Reads.expect(events, read()))),
                0.5);
    }

    /** What of the heap is in use after a collection, some times while an export goes on. */
    void heap(Fetch fetch) throws Exception {
        List<Long> used = new ArrayList<>();
        long step = events / LOOKS_AT_HEAP;
        used.add(HeapOf.kilobytesInUse());
        Reads.expect(events, lines(fetch, line -> {
            if (line % step == step / 2) {
                used.add(HeapOf.kilobytesInUse());
            }
        }));
        long growth = used.stream().skip(1).mapToLong(Long::longValue).max().orElseThrow() - used.getFirst();
        report.bound(
                "heap after a collection, %d times during an export of %,d events".formatted(LOOKS_AT_HEAP, events),
                "%s MB before, %s during"
                        .formatted(
                                megabytes(used.getFirst()),
                                String.join(
                                        ", ",
                                        used.stream()
                                                .skip(1)
                                                .map(ConsoleExports::megabytes)
                                                .toList())),
                growth / 1024.0,
                "MB more",
                32);
    }

    private long lines(Fetch fetch, LongConsumer each) throws IOException, InterruptedException {
        long lines = 0;
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = fetch.stream("/api/v1/export?format=ndjson&limit=" + events)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    if (buffer[i] == '\n') {
                        lines++;
                        each.accept(lines);
                    }
                }
            }
        }
        return lines;
    }

    /** Every column of the rows, page by page along the key. */
    private long read() throws Exception {
        long count = 0;
        try (PreparedStatement select = raw.prepareStatement(
                "select e.position, e.id, (select a.id from aggregate a where a.key = e.aggregate) as name,"
                        + " e.type, e.sequence, e.timestamp, e.recorded_at, e.payload, e.actor, e.correlation_id, e.causation_id,"
                        + " e.tags, e.metadata from event_log e where e.position > ? order by e.position limit ?")) {
            for (long position = 0; position < events; position += PAGE) {
                select.setLong(1, position);
                select.setLong(2, Math.min(PAGE, events - position));
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        row.getLong("position");
                        row.getBytes("id");
                        row.getString("name");
                        row.getLong("type");
                        row.getLong("sequence");
                        row.getLong("timestamp");
                        row.getLong("recorded_at");
                        row.getBytes("payload");
                        for (String text : TEXTS) {
                            row.getString(text);
                        }
                        count++;
                    }
                }
            }
        }
        return count;
    }

    private static String megabytes(long kilobytes) {
        return Figures.text(kilobytes / 1024.0);
    }
}
