package dev.daybook.benchmarks;

import dev.daybook.console.Console;
import dev.daybook.console.ConsoleBuilder;
import dev.daybook.core.Daybook;
import dev.daybook.jackson.JacksonCodec;
import dev.daybook.ports.storage.Storage;
import java.sql.Connection;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A console on a port of this machine, over the log of a trading desk; over HTTP, in one process with who asks. */
final class ConsoleChapter {

    private static final long EXPORTED = 1_000_000;
    private static final Duration MOST_COUNTING = Duration.ofMinutes(10);

    private final DeskLog log;
    private final Report report;

    ConsoleChapter(DeskLog log, Report report) {
        this.log = log;
        this.report = report;
    }

    void run() throws Exception {
        long begun = System.nanoTime();
        long before = log.fill();
        report.note(
                before >= log.events()
                        ? "a log of %,d events of a trading desk that was there already".formatted(before)
                        : "%,d events of a trading desk, of which %,d were appended in %s s"
                                .formatted(log.events(), log.events() - before, since(begun)));
        try (Storage storage = log.open();
                Daybook daybook = Daybook.builder(storage, DeskTrading.CODEC).build();
                Daybook without = Daybook.builder(storage, JacksonCodec.of()).build();
                Console console = console(daybook);
                Console plain = Console.builder(without).build();
                Fetch fetch = new Fetch(console.start(0));
                Fetch fetchPlain = new Fetch(plain.start(0));
                Connection raw = log.engine().connect(log.name())) {
            count(fetch);
            long orders = log.events() / DeskTrading.EACH;
            new ConsoleWaits(fetch, report, orders).run();
            new ConsoleWaits(fetchPlain, report, orders).withoutRules();
            ConsoleExports exports = new ConsoleExports(raw, report, Math.min(EXPORTED, log.events()));
            exports.race("of classes that the console knows", fetch);
            exports.race("of classes that it does not know", fetchPlain);
            exports.heap(fetch);
            new ConsoleInUse(storage, fetch, report, orders).run();
            report.note(storage.description().engine() + ", "
                    + storage.description().durability());
        }
    }

    private static Console console(Daybook daybook) {
        ConsoleBuilder builder = Console.builder(daybook);
        DeskTrading.RULES.forEach(builder::aggregate);
        return builder.build();
    }

    /** Figures and histograms are counted once, beside the calls, and kept. */
    private void count(Fetch fetch) throws Exception {
        long begun = System.nanoTime();
        while (!fetch.get("/api/v1/statistics").text().contains("\"counted\":true")
                || !fetch.get("/api/v1/histogram").text().contains("\"complete\":true")) {
            if (System.nanoTime() - begun > MOST_COUNTING.toNanos()) {
                throw new IllegalStateException("the console has not counted the log within " + MOST_COUNTING);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
        report.note("until the figures of the whole log were there, %s s".formatted(since(begun)));
    }

    private static String since(long begun) {
        return Figures.text((System.nanoTime() - begun) / 1e9);
    }
}
