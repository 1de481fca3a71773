package dev.daybook.benchmarks;

import dev.daybook.benchmarks.peer.PeerProvider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.HdrHistogram.Histogram;

/** Appends of Daybook, the peers and raw code in turn: by one writer and by more and more at once, and of a hundred events. */
final class AppendContest {

    private static final int MOST = 64;
    private static final int TAIL = 16;
    private static final int HUNDRED = 100;

    private final Engine engine;
    private final List<PeerProvider> providers;
    private final PeerOptions options;
    private final SideReport report;

    AppendContest(Engine engine, List<PeerProvider> providers, PeerOptions options, SideReport report) {
        this.engine = engine;
        this.providers = providers;
        this.options = options;
        this.report = report;
    }

    /** Answers the plot of throughput over writers. */
    Plot run() throws Exception {
        Plot plot =
                new Plot("Appends on " + engine.name() + ", one event each", "writers at once", "events per second");
        Map<String, List<Plot.Point>> lines = new LinkedHashMap<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(MOST);
                Contenders contenders = Contenders.open(engine, providers, "appends", false);
                RawLog raw = RawLog.create(engine, "appends_raw", Samples.payload())) {
            RawWriters rawWriters = new RawWriters(raw, options.lap());
            Map<String, Writers> writers = new LinkedHashMap<>();
            contenders
                    .peers()
                    .forEach(
                            (name, peer) -> writers.put(name, new Writers(peer::append, threads, options.lap(), MOST)));
            for (Writers own : writers.values()) {
                own.run(MOST, 1, new Histogram(3));
            }
            for (int count = 1; count <= MOST; count *= 2) {
                Contest contest = writers(count, writers, rawWriters);
                for (String name : contest.names()) {
                    lines.computeIfAbsent(name, any -> new ArrayList<>())
                            .add(new Plot.Point(count, contest.rate(name).median()));
                }
            }
            hundred(writers, rawWriters);
        }
        lines.forEach(plot::line);
        return plot;
    }

    private Contest writers(int count, Map<String, Writers> writers, RawWriters raw) throws Exception {
        Map<String, Race.Lap> laps = new LinkedHashMap<>();
        Map<String, Histogram> nanos = new LinkedHashMap<>();
        // First everywhere, as Daybook is second: in all plots they are drawn alike.
        laps.put(Targets.RAW, () -> raw.run(count, new Histogram(3)));
        writers.forEach((name, own) -> {
            Histogram times = new Histogram(3);
            nanos.put(name, times);
            laps.put(name, () -> own.run(count, 1, times));
        });
        Contest contest =
                Contest.run(options.rounds(), laps, () -> nanos.values().forEach(Histogram::reset));
        nanos.forEach((name, times) -> report.latencies(count, name, contest.rate(name), times));
        switch (count) {
            case 1 -> report.besideAll("append, one writer", contest, Targets::oneWriter);
            case TAIL -> tail(nanos);
            case MOST ->
                report.besideAll("append, 64 writers", contest, beside -> Targets.manyWriters(engine.kind(), beside));
            default -> {
                // Between these, the plot tells.
            }
        }
        return contest;
    }

    private void tail(Map<String, Histogram> nanos) {
        Map<String, Long> tails = new LinkedHashMap<>();
        nanos.forEach((name, times) -> tails.put(name, times.getValueAtPercentile(99)));
        report.times("append, p99 of 16 writers", tails, Targets::tail);
    }

    private void hundred(Map<String, Writers> writers, RawWriters raw) throws Exception {
        Map<String, Race.Lap> laps = new LinkedHashMap<>();
        writers.forEach((name, own) -> laps.put(name, () -> own.run(1, HUNDRED, new Histogram(3))));
        laps.put(Targets.RAW, () -> raw.run(HUNDRED, new Histogram(3)));
        report.besideAll(
                "append of 100 events",
                Contest.run(options.rounds(), laps),
                beside -> Targets.hundred(engine.kind(), beside));
    }
}
