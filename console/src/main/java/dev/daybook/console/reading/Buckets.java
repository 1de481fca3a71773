package dev.daybook.console.reading;

import dev.daybook.ports.event.Timestamps;
import dev.daybook.ports.log.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts put into buckets of a width that people read easily.
 *
 * @param width how long a bucket is, in seconds
 * @param counts what is in each, by its first second
 * @param finest how long the stretches are that were counted
 * @param span from the first to the last second in question
 */
record Buckets(long width, Map<Long, Long> counts, long finest, long span) {

    /** In seconds. */
    private static final long[] WIDTHS = {
        1, 2, 5, 10, 30, 60, 120, 300, 600, 1_800, 3_600, 7_200, 21_600, 43_200, 86_400, 604_800, 2_592_000, 31_536_000
    };

    /** With fewer than this in the time in question, nobody sees a shape. */
    private static final int FEW = 24;

    /** As many as make sense, and not more than so many. */
    static Buckets of(List<Series> series, TimeSpan happened, int most) {
        List<Series> filled = series.stream().filter(one -> !one.isEmpty()).toList();
        if (filled.isEmpty()) {
            return new Buckets(1, Map.of(), 1, 0);
        }
        long from = Math.max(
                happened.from().getEpochSecond(),
                filled.stream().mapToLong(Series::first).min().orElseThrow());
        long to = Math.min(
                happened.to().getEpochSecond(),
                filled.stream().mapToLong(Series::last).max().orElseThrow());
        long finest = filled.stream().mapToLong(Series::seconds).max().orElseThrow();
        long width = width(from, to, most, finest);
        Map<Long, Long> buckets = new TreeMap<>();
        filled.forEach(one -> one.addTo(buckets, from, to, width));
        return new Buckets(width, buckets, finest, to - from);
    }

    /** Whether what was counted is fine enough for the time in question. */
    boolean areFine() {
        return finest == 1 || span / finest >= FEW;
    }

    Histogram histogram(boolean complete, double share) {
        List<Histogram.Bucket> all = counts.entrySet().stream()
                .map(entry -> new Histogram.Bucket(Instant.ofEpochSecond(entry.getKey()), entry.getValue()))
                .toList();
        return new Histogram(Duration.ofSeconds(width), all, complete, complete ? 1 : share);
    }

    private static long width(long from, long to, int most, long finest) {
        for (long width : WIDTHS) {
            if (width >= finest && Math.floorDiv(to, width) - Math.floorDiv(from, width) < most) {
                return width;
            }
        }
        return Timestamps.LATEST.getEpochSecond() - Timestamps.EARLIEST.getEpochSecond();
    }
}
