package dev.daybook.benchmarks;

import dev.daybook.ports.storage.Storage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.HdrHistogram.Histogram;

/** What one append costs as a log grows, beside a log that stays small, and the heap in which the large one is read. */
final class Growth {

    private static final long SMALL = 10_000;
    private static final double AT_LEAST = 1 / 1.2;

    private final Engine engine;
    private final PeerOptions options;
    private final SideReport report;

    Growth(Engine engine, PeerOptions options, SideReport report) {
        this.engine = engine;
        this.options = options;
        this.report = report;
    }

    /** Answers what an append took at each size, in microseconds. */
    List<Plot.Point> run() throws Exception {
        List<Plot.Point> costs = new ArrayList<>();
        try (ExecutorService threads = Executors.newSingleThreadExecutor();
                Storage small = engine.open("growth_small");
                Storage large = engine.open("growth")) {
            Appends.fill(small, SMALL);
            Writers few = new Writers(new DaybookPeer(small)::append, threads, options.lap(), 1);
            Writers many = new Writers(new DaybookPeer(large)::append, threads, options.lap(), 1);
            for (long size = SMALL; size <= options.stored(); size *= 10) {
                Appends.fill(large, size - large.log().head());
                costs.add(new Plot.Point(size, compare(size, few, many)));
            }
        }
        report.note(new HeapOf(engine, "growth").describe());
        return costs;
    }

    private double compare(long size, Writers few, Writers many) throws Exception {
        String ours = "%s with %,d events stored".formatted(Contenders.DAYBOOK, size);
        String own = "%s with %,d".formatted(Contenders.DAYBOOK, SMALL);
        Map<String, Race.Lap> laps = new LinkedHashMap<>();
        laps.put(ours, () -> many.run(1, 1, new Histogram(3)));
        laps.put(own, () -> few.run(1, 1, new Histogram(3)));
        Contest contest = Contest.run(options.rounds(), laps);
        report.rates(
                "append, one writer, %,d events stored".formatted(size),
                contest,
                ours,
                own,
                OptionalDouble.of(AT_LEAST));
        return 1e6 / contest.rate(ours).median();
    }
}
