package dev.daybook.benchmarks;

import dev.daybook.ports.event.Metadata;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.Tag;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.storage.Storage;
import dev.daybook.sqlite.SqliteStorage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What it takes to append, beside JDBC on the same tables. */
final class Appends {

    private static final int ROUNDS = 15;
    private static final int THREADS = 64;

    private final Path folder;
    private final Report report;
    private final byte[] payload = Samples.payload();

    Appends(Path folder, Report report) {
        this.folder = folder;
        this.report = report;
    }

    void run() throws Exception {
        try (Storage storage = SqliteStorage.open(folder.resolve("appends.db"));
                RawLog raw = RawLog.create(folder.resolve("appends-raw.db"), payload)) {
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
                    0.5);
        }
    }

    /** How the rate holds as the log grows. */
    void atScale(long large) throws Exception {
        Path small = folder.resolve("small.db");
        Path big = folder.resolve("big.db");
        try (Storage few = SqliteStorage.open(small);
                Storage many = SqliteStorage.open(big)) {
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
        size(big, large);
    }

    private void size(Path file, long atLeast) throws Exception {
        try (Storage storage = SqliteStorage.open(file)) {
            long events = Math.max(atLeast, storage.log().head());
            double each = (double) Files.size(file) / events;
            report.bound(
                    "bytes in the file per event of " + payload.length + " bytes, no tags and metadata",
                    "%.0f bytes".formatted(each),
                    each,
                    "bytes",
                    330);
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

    /** What an actor and a tag add. */
    void details() throws Exception {
        int events = 100_000;
        long plain = sizeOf("plain.db", events, Extra.NONE);
        long actor = sizeOf("actor.db", events, Extra.ACTOR);
        long tag = sizeOf("tag.db", events, Extra.TAG);
        report.note("an actor of 5 characters adds %.0f bytes an event, a tag of 14 characters %.0f"
                .formatted((double) (actor - plain) / events, (double) (tag - plain) / events));
    }

    private enum Extra {
        NONE,
        ACTOR,
        TAG
    }

    private long sizeOf(String name, int events, Extra extra) throws Exception {
        Path file = folder.resolve(name);
        try (Storage storage = SqliteStorage.open(file)) {
            Payload content = Payload.json(payload);
            for (int i = 0; i < events; i += 1_000) {
                List<NewEvent> batch = new ArrayList<>();
                for (int k = 0; k < 1_000; k++) {
                    NewEvent event = Samples.event("book_" + i / 1_000, content);
                    batch.add(
                            switch (extra) {
                                case NONE -> event;
                                case ACTOR -> event.with(Metadata.by("alice"));
                                case TAG -> event.tagged(Tag.of("symbol", "BTC-" + k % 100));
                            });
                }
                Samples.stored(storage.log().append(Append.of(batch)));
            }
        }
        return Files.size(file);
    }
}
