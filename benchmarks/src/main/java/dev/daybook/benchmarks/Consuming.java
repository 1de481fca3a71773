package dev.daybook.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import dev.daybook.benchmarks.peer.BookEvent;
import dev.daybook.core.Daybook;
import dev.daybook.core.consumer.ConsumerSettings;
import dev.daybook.core.consumer.EventConsumer;
import dev.daybook.core.context.Context;
import dev.daybook.core.projection.InlineProjector;
import dev.daybook.core.projection.Projector;
import dev.daybook.core.repository.Repository;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.storage.Storage;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SynchronizedHistogram;

/** What it takes to follow the log: consumers, views and the journal. */
final class Consuming {

    private static final int ROUNDS = 15;
    private static final int PER_SECOND = 1_000;
    private static final int SECONDS = 20;
    private static final int IDLE = 50;
    private static final int WRITERS = 16;
    private static final Context CONTEXT = Context.by("bench");
    private static final Duration LONG = Duration.ofMinutes(10);

    private final Engine engine;
    private final Report report;

    Consuming(Engine engine, Report report) {
        this.engine = engine;
        this.report = report;
    }

    void run() throws Exception {
        live();
        idle();
        journal();
        inline(1);
        inline(WRITERS);
        catchUp();
    }

    /** From before the append is called until the handler is, so that the commit is part of it. */
    private void live() throws Exception {
        Map<UUID, Long> begun = new ConcurrentHashMap<>();
        Histogram nanos = new SynchronizedHistogram(3);
        try (Storage storage = engine.open("live");
                Daybook daybook = Daybook.builder(storage, Samples.CODEC).build();
                EventConsumer consumer = daybook.consumer(
                        "live",
                        Query.all(),
                        event ->
                                nanos.recordValue(System.nanoTime() - Objects.requireNonNull(begun.remove(event.id()))),
                        ConsumerSettings.standard())) {
            consumer.start();
            append(storage, begun, 2 * PER_SECOND);
            consumer.awaitPosition(storage.log().head(), LONG);
            nanos.reset();
            append(storage, begun, SECONDS * PER_SECOND);
            consumer.awaitPosition(storage.log().head(), LONG);
        }
        percentile(nanos, 50, 2);
        percentile(nanos, 99, 20);
    }

    private void percentile(Histogram nanos, int percentile, double atMost) {
        double millis = nanos.getValueAtPercentile(percentile) / 1e6;
        report.bound(
                "live latency, append to handler, %,d events/s, p%d".formatted(PER_SECOND, percentile),
                Figures.text(millis) + " ms",
                millis,
                "ms",
                atMost);
    }

    private static void append(Storage storage, Map<UUID, Long> begun, int events) {
        Payload payload = Payload.json(Samples.payload());
        long start = System.nanoTime();
        for (int i = 0; i < events; i++) {
            long due = start + TimeUnit.SECONDS.toNanos(i) / PER_SECOND;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            NewEvent event = Samples.event("book_" + i % 100, payload);
            begun.put(event.id(), System.nanoTime());
            Samples.stored(storage.log().append(Append.of(event)));
        }
    }

    private void idle() throws Exception {
        List<EventConsumer> consumers = new ArrayList<>();
        try (Storage storage = engine.open("idle");
                Daybook daybook = Daybook.builder(storage, Samples.CODEC).build()) {
            Samples.append(storage, "book", 1, Samples.payload());
            for (int i = 0; i < IDLE; i++) {
                consumers.add(daybook.consumer("idle-" + i, Query.all(), event -> {}, ConsumerSettings.standard()));
            }
            consumers.forEach(EventConsumer::start);
            for (EventConsumer consumer : consumers) {
                consumer.awaitPosition(1, LONG);
            }
            long before = cpuNanos();
            Thread.sleep(Duration.ofSeconds(SECONDS));
            double share = (cpuNanos() - before) / 1e7 / SECONDS;
            consumers.forEach(EventConsumer::close);
            report.bound(
                    IDLE + " consumers idle, the whole process",
                    Figures.text(share) + " % of a core",
                    share,
                    "% of a core",
                    1);
        }
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private void journal() throws Exception {
        int commands = 500;
        try (Storage storage = engine.open("journal");
                Daybook daybook = Daybook.builder(storage, Samples.CODEC).build()) {
            Repository<BookEvent, Book.Totals, BookEvent, String> plain = daybook.repository(new Book(1));
            Repository<BookEvent, Book.Totals, BookEvent, String> journalled =
                    daybook.repository(new Book(1), daybook.journal(BookEvent.class));
            report.cost(
                    "a command with the journal, beside one without",
                    Race.run(
                            ROUNDS,
                            () -> Race.rate(commands, () -> execute(journalled, "with_", commands)),
                            () -> Race.rate(commands, () -> execute(plain, "without_", commands))),
                    1.3);
        }
    }

    private static void execute(
            Repository<BookEvent, Book.Totals, BookEvent, String> books, String prefix, int commands) {
        for (int i = 0; i < commands; i++) {
            books.execute(prefix + i % 50, Book.trade(i), CONTEXT);
        }
    }

    /** The same appends to two logs, one of which keeps a view inline that each event changes. */
    private void inline(int writers) throws Exception {
        int appends = 2_000;
        try (Storage with = engine.open("inline-" + writers);
                Storage without = engine.open("plain-" + writers);
                Daybook daybook = Daybook.builder(with, Samples.CODEC).build();
                InlineProjector<Book.Totals, BookEvent> projector =
                        daybook.inlineProjector(BookView.perBook("books", 1))) {
            projector.start();
            report.cost(
                    "an append with an inline view, beside one without, %d %s"
                            .formatted(writers, writers == 1 ? "writer" : "writers"),
                    Race.run(
                            ROUNDS,
                            () -> Race.rate(appends, () -> append(with, writers, appends)),
                            () -> Race.rate(appends, () -> append(without, writers, appends))),
                    1.5);
            if (!projector.verify().isEmpty()) {
                throw new IllegalStateException("the inline view is not what the log says: " + projector.verify());
            }
        }
    }

    private static void append(Storage storage, int writers, int appends) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < writers; i++) {
                String aggregate = "book_" + i;
                running.add(
                        threads.submit(() -> Samples.append(storage, aggregate, appends / writers, Samples.payload())));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
    }

    private void catchUp() throws Exception {
        try (Storage storage = engine.open("reads")) {
            if (storage.log().head() == 0) {
                Reads.fill(storage);
            }
            try (Daybook daybook = Daybook.builder(storage, Samples.CODEC).build();
                    Connection raw = engine.connect("reads")) {
                int[] number = {0};
                report.race(
                        "catch-up of a view over 1,000,000 events, beside reading them",
                        "events/s",
                        Race.run(
                                5,
                                () -> Race.rate(
                                        Reads.EVENTS,
                                        () -> follow(daybook, BookView.perBook("books-" + number[0]++, 1))),
                                () -> Race.rate(Reads.EVENTS, () -> Reads.expect(Reads.EVENTS, Reads.rawReadAll(raw)))),
                        0.5);
            }
        }
    }

    private static void follow(Daybook daybook, BookView projection) throws InterruptedException {
        try (Projector<Book.Totals, BookEvent> projector = daybook.projector(projection)) {
            projector.start();
            if (!projector.consumer().awaitPosition(Reads.EVENTS, LONG)) {
                throw new IllegalStateException(projector.consumer().health().toString());
            }
            long trades = IntStream.range(0, 1_009)
                    .mapToObj(book -> "book_" + book)
                    .map(projector.view()::find)
                    .flatMap(Optional::stream)
                    .mapToLong(Book.Totals::trades)
                    .sum();
            Reads.expect(
                    Reads.TRADES,
                    trades + projector.view().find(Reads.LARGE).orElseThrow().trades());
        }
    }
}
