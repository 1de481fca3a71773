package dev.daybook.benchmarks;

import dev.daybook.core.Daybook;
import dev.daybook.core.projection.Versions;
import dev.daybook.core.projection.View;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.storage.Storage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/** A view of a million events is built anew, while its former version is read and events come in. */
final class Rebuilding {

    private static final int PER_SECOND = 500;
    private static final Duration ALONE = Duration.ofSeconds(10);
    private static final Duration LONG = Duration.ofMinutes(10);

    private final Engine engine;
    private final Report report;
    private volatile boolean done;

    Rebuilding(Engine engine, Report report) {
        this.engine = engine;
        this.report = report;
    }

    void run() throws Exception {
        try (Storage storage = engine.open("rebuild");
                Daybook daybook = Daybook.builder(storage, Samples.CODEC).build()) {
            Reads.fill(storage);
            try (Versions<Book.Totals> before = daybook.<Book.Totals>versions(List.of(BookView.perBook("rebuilt", 1)))
                    .start()) {
                await(before.awaitPosition(storage.log().head(), LONG));
                Written alone = write(storage, ALONE);
                try (Versions<Book.Totals> both = daybook.<Book.Totals>versions(
                        List.of(BookView.perBook("rebuilt", 1), BookView.perBook("rebuilt", 2)))) {
                    rebuild(storage, both, alone);
                }
            }
        }
    }

    private void rebuild(Storage storage, Versions<Book.Totals> both, Written alone) throws Exception {
        done = false;
        CompletableFuture<Written> writer =
                CompletableFuture.supplyAsync(() -> write(storage, LONG), Thread::startVirtualThread);
        CompletableFuture<Histogram> reader =
                CompletableFuture.supplyAsync(() -> read(both.view()), Thread::startVirtualThread);
        long begun = System.nanoTime();
        both.start();
        await(both.switchTo(2, LONG));
        double seconds = (System.nanoTime() - begun) / 1e9;
        done = true;
        Written during = writer.get();
        Histogram reads = reader.get();
        double lost = 100 * (1 - during.rate() / alone.rate());
        report.bound(
                "writers at %d events/s while a view of 1,000,000 events is built anew and switched to in %s s"
                        .formatted(PER_SECOND, Figures.text(seconds)),
                "%s events/s, alone %s; p99 of an append %s ms, alone %s"
                        .formatted(
                                Figures.text(during.rate()),
                                Figures.text(alone.rate()),
                                Figures.text(during.millis(99)),
                                Figures.text(alone.millis(99))),
                lost,
                "% lost",
                20);
        report.note("the view was read %,d times meanwhile, each time with an answer, p99 %s ms, at most %s ms"
                .formatted(
                        reads.getTotalCount(),
                        Figures.text(reads.getValueAtPercentile(99) / 1e6),
                        Figures.text(reads.getMaxValue() / 1e6)));
    }

    private static void await(boolean reached) {
        if (!reached) {
            throw new IllegalStateException("the view has not come to the end of the log within " + LONG);
        }
    }

    /** What is never away always has an answer for a book that there was before. */
    private Histogram read(View<Book.Totals> view) {
        Histogram nanos = new Histogram(3);
        while (!done) {
            long begun = System.nanoTime();
            if (view.find(Reads.LARGE).isEmpty()) {
                throw new IllegalStateException("the view had no answer while it was built anew");
            }
            nanos.recordValue(System.nanoTime() - begun);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
        return nanos;
    }

    private Written write(Storage storage, Duration atMost) {
        Payload payload = Samples.CODEC.encode(Book.trade(1));
        Histogram nanos = new Histogram(3);
        long start = System.nanoTime();
        long count = 0;
        while (!done && System.nanoTime() - start < atMost.toNanos()) {
            long due = start + TimeUnit.SECONDS.toNanos(count) / PER_SECOND;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            long begun = System.nanoTime();
            Samples.stored(storage.log().append(Append.of(Samples.event("book_" + count % 1_009, payload))));
            nanos.recordValue(System.nanoTime() - begun);
            count++;
        }
        return new Written(count * 1e9 / (System.nanoTime() - start), nanos);
    }

    private record Written(double rate, Histogram nanos) {
        double millis(double percentile) {
            return nanos.getValueAtPercentile(percentile) / 1e6;
        }
    }
}
