package dev.daybook.benchmarks;

import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.storage.Storage;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/** What writers lose while people use the console: each opens a page a second, and one takes an export. */
final class ConsoleInUse {

    private static final int PER_SECOND = 500;
    private static final int PEOPLE = 5;
    private static final Duration LAP = Duration.ofSeconds(10);

    private final Storage storage;
    private final Fetch fetch;
    private final Report report;
    private final long orders;
    private volatile boolean done;

    ConsoleInUse(Storage storage, Fetch fetch, Report report, long orders) {
        this.storage = storage;
        this.fetch = fetch;
        this.report = report;
        this.orders = orders;
    }

    private record Written(double rate, Histogram nanos) {
        String p99() {
            return Figures.text(nanos.getValueAtPercentile(99) / 1e6);
        }
    }

    void run() throws Exception {
        write();
        Written before = write();
        done = false;
        Written during;
        Histogram waits = new Histogram(3);
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Histogram>> using = new ArrayList<>();
            for (int person = 0; person < PEOPLE; person++) {
                long first = person;
                using.add(people.submit(() -> look(first)));
            }
            Future<?> export = people.submit(this::export);
            during = write();
            done = true;
            export.get();
            for (Future<Histogram> one : using) {
                waits.add(one.get());
            }
        }
        Written after = write();
        double alone = (before.rate() + after.rate()) / 2;
        report.bound(
                "writers at %d events/s while %d people look at pages and one takes an export"
                        .formatted(PER_SECOND, PEOPLE),
                "%s events/s, alone %s; p99 of an append %s ms, alone %s and %s"
                        .formatted(
                                Figures.text(during.rate()),
                                Figures.text(alone),
                                during.p99(),
                                before.p99(),
                                after.p99()),
                100 * (1 - during.rate() / alone),
                "% lost",
                10);
        report.note("meanwhile the people opened %,d pages, p50 %s ms, p95 %s"
                .formatted(
                        waits.getTotalCount(),
                        Figures.text(waits.getValueAtPercentile(50) / 1e6),
                        Figures.text(waits.getValueAtPercentile(95) / 1e6)));
    }

    private Histogram look(long person) throws Exception {
        Histogram nanos = new Histogram(3);
        List<Question> questions = Question.filters(orders);
        for (long page = 0; !done; page++) {
            long begun = System.nanoTime();
            Question question = questions.get((int) ((page + person * 3) % questions.size()));
            fetch.get(page % 4 == 3 ? "/overview" : "/?" + question.query().apply(page));
            nanos.recordValue(System.nanoTime() - begun);
            LockSupport.parkNanos(begun + TimeUnit.SECONDS.toNanos(1) - System.nanoTime());
        }
        return nanos;
    }

    /** At the pace at which a browser saves it, and broken off at the end. */
    private Void export() throws Exception {
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = fetch.stream("/api/v1/export?format=ndjson")) {
            while (!done && in.read(buffer) >= 0) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
            }
        }
        return null;
    }

    private Written write() {
        DeskTrading desk = new DeskTrading();
        Histogram nanos = new Histogram(3);
        long start = System.nanoTime();
        long count = 0;
        while (System.nanoTime() - start < LAP.toNanos()) {
            for (NewEvent event : desk.order(orders + count)) {
                long due = start + TimeUnit.SECONDS.toNanos(count) / PER_SECOND;
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                long begun = System.nanoTime();
                Samples.stored(storage.log().append(Append.of(event)));
                nanos.recordValue(System.nanoTime() - begun);
                count++;
            }
        }
        return new Written(count * 1e9 / (System.nanoTime() - start), nanos);
    }
}
