package dev.daybook.benchmarks;

import java.time.Duration;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;

/** For how long a console lets people wait, and how much it sends them. */
final class ConsoleWaits {

    private static final Pattern ASSETS = Pattern.compile("(?:href|src)=\"(/assets/[^\"]+)\"");
    private static final int WARM_UPS = 10;
    private static final int TIMES = 100;
    private static final Duration AT_MOST = Duration.ofSeconds(6);
    private static final int KILOBYTE = 1_000;

    private final Fetch fetch;
    private final Report report;
    private final long orders;

    ConsoleWaits(Fetch fetch, Report report, long orders) {
        this.fetch = fetch;
        this.report = report;
        this.orders = orders;
    }

    void run() throws Exception {
        for (Question question : Question.filters(orders)) {
            measure(
                    "page of events: " + question.what(),
                    n -> "/?" + question.query().apply(n),
                    100);
        }
        for (Question question : Question.filters(orders)) {
            measure(
                    "API, 50 events: " + question.what(),
                    n -> "/api/v1/events?" + question.query().apply(n),
                    100);
        }
        for (Question question : Question.filters(orders)) {
            measure(
                    "API, histogram: " + question.what(),
                    n -> "/api/v1/histogram?" + question.query().apply(n),
                    100);
        }
        measure("overview, page", n -> "/overview", 100);
        measure("overview, API", n -> "/api/v1/statistics", 100);
        measure("page of aggregates", n -> "/aggregates?after=" + after(n), 100);
        measure("page of aggregates: a prefix", n -> "/aggregates?prefix=trade_" + Question.any(n, 1_000), 100);
        measure("page of aggregates: those with a snapshot", n -> "/aggregates?snapshot=true&after=" + after(n), 100);
        measure("API, 50 aggregates", n -> "/api/v1/aggregates?after=" + after(n), 100);
        measure("page of an aggregate of many events", n -> "/aggregate?id=" + DeskLog.WALLET, 100);
        measure("page of an aggregate of many events: any step", this::step, 100);
        measure("state at a time of an aggregate of many events, with snapshots", this::state, 50);
        weight("page of events", "/");
        weight("overview", "/overview");
    }

    /** Of an aggregate that the console has no rules for, and so no snapshots either. */
    void withoutRules() throws Exception {
        long begun = System.nanoTime();
        fetch.get("/aggregate?id=" + DeskLog.WALLET);
        report.note("the first look at an aggregate of %,d events without rules and snapshots took %s ms"
                .formatted(steps(), Figures.text((System.nanoTime() - begun) / 1e6)));
        measure("page of an aggregate of many events without rules and snapshots: any step", this::step, 100);
    }

    private String step(long number) {
        return "/aggregate?id=" + DeskLog.WALLET + "&step=" + (1 + Question.any(number, steps()));
    }

    /** Of each trader's orders, every one changes the wallet twice. */
    private long steps() {
        return 2 * orders / DeskTrading.TRADERS.size();
    }

    private String after(long number) {
        return "order_" + Question.any(number, orders);
    }

    private String state(long number) {
        // At the end of an order: before the first one the wallet has no state.
        long order = 1 + Question.any(number, orders);
        return "/api/v1/state?aggregate=" + DeskLog.WALLET + "&at="
                + DeskTrading.START.plus(DeskTrading.APART.multipliedBy(order * DeskTrading.EACH));
    }

    private void measure(String what, LongFunction<String> path, int atMostMillis) throws Exception {
        Histogram nanos = new Histogram(3);
        long sent = 0;
        long started = System.nanoTime();
        for (int i = -WARM_UPS; i < TIMES && (i < 1 || System.nanoTime() - started < AT_MOST.toNanos()); i++) {
            long begun = System.nanoTime();
            Fetch.Got got = fetch.get(path.apply(i));
            if (i >= 0) {
                nanos.recordValue(System.nanoTime() - begun);
                sent += got.sent();
            }
        }
        report.bound(
                what,
                "p50 %s ms, p95 %s, p99 %s; %s KB"
                        .formatted(
                                millis(nanos, 50),
                                millis(nanos, 95),
                                millis(nanos, 99),
                                Figures.text((double) sent / nanos.getTotalCount() / KILOBYTE)),
                nanos.getValueAtPercentile(95) / 1e6,
                "ms at p95",
                atMostMillis);
    }

    private static String millis(Histogram nanos, double percentile) {
        return Figures.text(nanos.getValueAtPercentile(percentile) / 1e6);
    }

    /** With all that a page needs to be shown. */
    private void weight(String what, String path) throws Exception {
        Fetch.Got page = fetch.get(path);
        long sent = page.sent();
        long unpacked = page.text().length();
        Matcher assets = ASSETS.matcher(page.text());
        while (assets.find()) {
            Fetch.Got asset = fetch.get(assets.group(1));
            sent += asset.sent();
            unpacked += asset.text().length();
        }
        report.bound(
                "weight of the " + what + " with its assets",
                "%s KB sent, %s KB unpacked"
                        .formatted(Figures.text((double) sent / KILOBYTE), Figures.text((double) unpacked / KILOBYTE)),
                (double) sent / KILOBYTE,
                "KB sent",
                150);
    }
}
