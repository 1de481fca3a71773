package dev.daybook.benchmarks;

import dev.daybook.benchmarks.peer.BookEvent;
import dev.daybook.benchmarks.peer.Peer;
import dev.daybook.core.Daybook;
import dev.daybook.core.repository.Repository;
import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.Metadata;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Tag;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.storage.Storage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** What it takes to read back, in a log of a million events in which one aggregate has a hundred thousand. */
final class Reads {

    private static final int ROUNDS = 9;
    static final int EVENTS = 1_000_000;
    private static final int RARE = 1_000;

    /** All but the rare ones are of the one type that is decoded. */
    static final int TRADES = EVENTS - EVENTS / RARE;

    private static final int EVERY = 10;
    static final String LARGE = "book_large";

    private final Engine engine;
    private final Report report;

    Reads(Engine engine, Report report) {
        this.engine = engine;
        this.report = report;
    }

    void run() throws Exception {
        try (Storage storage = engine.open("reads")) {
            fill(storage);
            try (Connection raw = engine.connect("reads")) {
                replay(storage, raw);
                snapshot(storage);
                whole(storage, raw);
                new Pages(storage, raw, report).run();
            }
        }
    }

    /** Every tenth event is the large aggregate's; types, actors and tags are rare and frequent ones. */
    static void fill(Storage storage) {
        List<NewEvent> batch = new ArrayList<>();
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        EventType rare = EventType.of("trade_amended");
        for (int i = 0; i < EVENTS; i++) {
            String aggregate = i % EVERY == 0 ? LARGE : "book_" + i % 1_009;
            NewEvent event = Samples.event(aggregate, Samples.CODEC.encode(Book.trade(i)));
            boolean amended = i % RARE == RARE - 1;
            batch.add(new NewEvent(
                    event.id(),
                    aggregate,
                    amended ? rare : event.type(),
                    event.payload(),
                    start.plusMillis(i * 10L),
                    i % 100 == 3 ? Metadata.by("alice") : Metadata.none(),
                    i % 500 == 7 ? Set.of(Tag.of("desk", "seven")) : Set.of()));
            if (batch.size() == 5_000) {
                Samples.stored(storage.log().append(Append.of(batch)));
                batch.clear();
            }
        }
    }

    private void replay(Storage storage, Connection raw) throws Exception {
        try (Daybook daybook =
                Daybook.builder(storage, Samples.CODEC).snapshotEvery(0).build()) {
            Repository<BookEvent, Book.Totals, BookEvent, String> books = daybook.repository(new Book(1));
            int events = EVENTS / EVERY;
            report.race(
                    "replay of 100,000 events of one aggregate, decoded and folded",
                    "events/s",
                    Race.run(
                            ROUNDS,
                            () -> Race.rate(
                                    events,
                                    () -> expect(
                                            events, books.load(LARGE).state().trades())),
                            () -> Race.rate(events, () -> expect(events, rawReplay(raw, LARGE)))),
                    1.0);
        }
    }

    static long rawReplay(Connection raw, String aggregate) throws Exception {
        Book book = new Book(1);
        Book.Totals state = book.initial();
        try (PreparedStatement select = raw.prepareStatement(
                "select e.payload from event_log e"
                        + " where e.aggregate = (select a.key from aggregate a where a.id = ?) order by e.aggregate, e.sequence")) {
            select.setString(1, aggregate);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    state = book.apply(state, PlainJackson.READER.<BookEvent>readValue(rows.getBytes(1)));
                }
            }
        }
        return state.trades();
    }

    private void snapshot(Storage storage) throws Exception {
        try (Daybook daybook = Daybook.builder(storage, Samples.CODEC).build();
                Daybook without =
                        Daybook.builder(storage, Samples.CODEC).snapshotEvery(0).build()) {
            Repository<BookEvent, Book.Totals, BookEvent, String> books = daybook.repository(new Book(1));
            // Another fold version keeps this repository from finding the snapshot.
            Repository<BookEvent, Book.Totals, BookEvent, String> replayed = without.repository(new Book(2));
            if (!books.snapshot(LARGE)) {
                throw new IllegalStateException("the snapshot of " + LARGE + " was not kept");
            }
            int events = EVENTS / EVERY;
            report.race(
                    "load with a snapshot, beside full replay of 100,000 events",
                    "loads/s",
                    Race.run(
                            ROUNDS,
                            () -> Race.rate(100, () -> {
                                for (int i = 0; i < 100; i++) {
                                    expect(events, books.load(LARGE).state().trades());
                                }
                            }),
                            () -> Race.rate(
                                    1,
                                    () -> expect(
                                            events, replayed.load(LARGE).state().trades()))),
                    100);
        }
    }

    private void whole(Storage storage, Connection raw) throws Exception {
        report.race(
                "reading the whole log of 1,000,000 events, decoded",
                "events/s",
                Race.run(
                        5,
                        () -> Race.rate(EVENTS, () -> expect(EVENTS, count(new DaybookPeer(storage)))),
                        () -> Race.rate(EVENTS, () -> expect(EVENTS, rawReadAll(raw)))),
                0.9);
    }

    /** Reads a whole log, decoded. */
    static long count(Peer log) throws Exception {
        AtomicLong count = new AtomicLong();
        log.readAll(event -> count.incrementAndGet());
        return count.get();
    }

    /** With a subquery, because MariaDB may begin a join at the aggregates, and sort the log for each page. */
    static long rawReadAll(Connection raw) throws Exception {
        long count = 0;
        long position = 0;
        try (PreparedStatement select = raw.prepareStatement(
                "select e.position, e.id, (select a.id from aggregate a where a.key = e.aggregate),"
                        + " e.sequence, e.type, e.timestamp, e.recorded_at, e.payload from event_log e"
                        + " where e.position > ? order by e.position limit 5000")) {
            long before = -1;
            while (position != before) {
                before = position;
                select.setLong(1, position);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        position = rows.getLong(1);
                        rows.getBytes(2);
                        rows.getString(3);
                        rows.getLong(4);
                        rows.getLong(5);
                        rows.getLong(6);
                        rows.getLong(7);
                        BookEvent event = PlainJackson.READER.readValue(rows.getBytes(8));
                        count += event == null ? 0 : 1;
                    }
                }
            }
        }
        return count;
    }

    static void expect(long expected, long found) {
        if (expected != found) {
            throw new IllegalStateException("expected " + expected + " events, found " + found);
        }
    }
}
