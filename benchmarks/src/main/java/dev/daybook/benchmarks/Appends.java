package dev.daybook.benchmarks;

import dev.daybook.ports.log.Append;
import dev.daybook.ports.storage.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What it takes to append, beside JDBC on the same tables. */
final class Appends {

    private static final int ROUNDS = 15;
    private static final int THREADS = 64;

    private final Engine engine;
    private final Report report;
    private final byte[] payload = Samples.payload();

    Appends(Engine engine, Report report) {
        this.engine = engine;
        this.report = report;
    }

    void run() throws Exception {
        try (Storage storage = engine.open("appends");
                RawLog raw = RawLog.create(engine, "appends_raw", payload)) {
            single(storage, raw);
            hundred(storage, raw);
            concurrent("64 platform threads", storage, raw, Executors.newFixedThreadPool(THREADS));
            concurrent("64 virtual threads", storage, raw, Executors.newVirtualThreadPerTaskExecutor());
        }
    }

    private void single(Storage storage, RawLog raw) throws Exception {
        int events = 500;
        report.race(
                "append, one writer, one event",
                "events/s",
                Race.run(
                        ROUNDS,
                        () -> Race.rate(events, () -> Samples.append(storage, "book", events, payload)),
                        () -> Race.rate(events, () -> raw.insertOneByOne(payload, events))),
                0.85);
    }

    private void hundred(Storage storage, RawLog raw) throws Exception {
        int appends = 100;
        int events = 100;
        report.race(
                "append of 100 events, JSON encoding included",
                "events/s",
                Race.run(
                        ROUNDS,
                        () -> Race.rate((long) appends * events, () -> {
                            for (int i = 0; i < appends; i++) {
                                Samples.stored(storage.log().append(Append.of(Samples.events("book", i, events))));
                            }
                        }),
                        () -> Race.rate((long) appends * events, () -> {
                            for (int i = 0; i < appends; i++) {
                                raw.begin();
                                for (int k = 0; k < events; k++) {
                                    raw.add(PlainJackson.MAPPER.writeValueAsBytes(Book.trade(i + k)));
                                }
                                raw.commit();
                            }
                        })),
                0.85);
    }

    private void concurrent(String who, Storage storage, RawLog raw, ExecutorService threads) throws Exception {
        int each = 100;
        Race.Lap ours = () -> Race.rate((long) THREADS * each, () -> {
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                String aggregate = "book_" + i;
                writers.add(threads.submit(() -> Samples.append(storage, aggregate, each, payload)));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        });
        try (threads) {
            report.race(
                    "append, " + who + ", one event each, beside raw one-commit-each",
                    "events/s",
                    Race.run(ROUNDS, ours, () -> Race.rate(500, () -> raw.insertOneByOne(payload, 500))),
                    5);
            report.race(
                    "append, " + who + ", one event each, beside raw commits of 64 rows",
                    "events/s",
                    Race.run(
                            ROUNDS,
                            ours,
                            () -> Race.rate((long) THREADS * each, () -> {
                                for (int i = 0; i < each; i++) {
                                    raw.begin();
                                    for (int k = 0; k < THREADS; k++) {
                                        raw.add(payload);
                                    }
                                    raw.commit();
                                }
                            })),
                    engine.shareOfRawGroups());
        }
    }

    /** How the rate holds as the log grows. */
    void atScale(long large) throws Exception {
        try (Storage few = engine.open("small");
                Storage many = engine.open("big")) {
            fill(few, 10_000);
            fill(many, large);
            report.race(
                    "append of 100 events, %,d events stored, beside 10,000 stored".formatted(large),
                    "events/s",
                    Race.run(ROUNDS, () -> hundreds(many), () -> hundreds(few)),
                    0.9);
            report.race(
                    "append of one event, %,d events stored, beside 10,000 stored".formatted(large),
                    "events/s",
                    Race.run(ROUNDS, () -> ones(many), () -> ones(few)),
                    0.9);
        }
    }

    private double hundreds(Storage storage) throws Exception {
        return Race.rate(2_000, () -> {
            for (int i = 0; i < 20; i++) {
                Samples.stored(storage.log().append(Append.of(Samples.events("book_" + i, i, 100))));
            }
        });
    }

    private double ones(Storage storage) throws Exception {
        return Race.rate(500, () -> Samples.append(storage, "book_7", 500, payload));
    }

    static void fill(Storage storage, long events) {
        int batch = 2_000;
        for (long i = 0; i < events; i += batch) {
            String aggregate = "book_" + i / batch % 1_000;
            Samples.stored(storage.log().append(Append.of(Samples.events(aggregate, i, batch))));
        }
    }
}
