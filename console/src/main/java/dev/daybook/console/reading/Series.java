package dev.daybook.console.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many there were in each stretch of time. Begins with seconds; whenever there would be too many stretches, they become longer, so that
 * it is as fine as it can be in bounded memory.
 */
final class Series {

    /**
     * Counts as they are kept.
     *
     * @param seconds how long a stretch is
     * @param stretches which ones there are, in order
     * @param counts how many there were in each
     */
    record Stored(long seconds, List<Long> stretches, List<Long> counts) {}

    private static final int MOST = 10_000;

    /** In seconds. Each is so many times the one before, and fits into every longer stretch that people are shown. */
    private static final long[] LENGTHS = {1, 10, 60, 600, 3_600, 21_600, 86_400, 31_536_000};

    private TreeMap<Long, Long> counts = new TreeMap<>();
    private long seconds = 1;

    static Series of(Stored stored) {
        Series series = new Series();
        series.seconds = stored.seconds();
        for (int i = 0; i < stored.stretches().size(); i++) {
            series.counts.put(stored.stretches().get(i), stored.counts().get(i));
        }
        return series;
    }

    Stored stored() {
        return new Stored(seconds, new ArrayList<>(counts.keySet()), new ArrayList<>(counts.values()));
    }

    void count(long epochSecond) {
        counts.merge(Math.floorDiv(epochSecond, seconds), 1L, Long::sum);
        while (counts.size() > MOST) {
            coarsen();
        }
    }

    private void coarsen() {
        long times = longer() / seconds;
        TreeMap<Long, Long> coarser = new TreeMap<>();
        counts.forEach((stretch, count) -> coarser.merge(Math.floorDiv(stretch, times), count, Long::sum));
        counts = coarser;
        seconds *= times;
    }

    private long longer() {
        for (long length : LENGTHS) {
            if (length > seconds) {
                return length;
            }
        }
        return seconds * 10;
    }

    /** How long a stretch is. */
    long seconds() {
        return seconds;
    }

    boolean isEmpty() {
        return counts.isEmpty();
    }

    long first() {
        return counts.firstKey() * seconds;
    }

    /** The end of the last stretch. */
    long last() {
        return (counts.lastKey() + 1) * seconds - 1;
    }

    /** Adds what there was from one second to another to buckets of some seconds, by their first second. */
    void addTo(Map<Long, Long> buckets, long from, long to, long width) {
        if (from > to) {
            return;
        }
        counts.subMap(Math.floorDiv(from, seconds), true, Math.floorDiv(to, seconds), true)
                .forEach((stretch, count) ->
                        buckets.merge(Math.floorDiv(stretch * seconds, width) * width, count, Long::sum));
    }
}
