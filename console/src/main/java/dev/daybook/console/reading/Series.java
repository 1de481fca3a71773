package dev.daybook.console.reading;

import java.util.Map;
import java.util.TreeMap;

/**
 * How many there were in each stretch of time. Begins with seconds; whenever there would be too many stretches, each becomes twice as
 * long, so that it is as fine as it can be in bounded memory.
 */
final class Series {

    private static final int MOST = 40_000;

    private TreeMap<Long, Long> counts = new TreeMap<>();
    private long seconds = 1;

    void count(long epochSecond) {
        counts.merge(Math.floorDiv(epochSecond, seconds), 1L, Long::sum);
        while (counts.size() > MOST) {
            coarsen();
        }
    }

    private void coarsen() {
        TreeMap<Long, Long> coarser = new TreeMap<>();
        counts.forEach((stretch, count) -> coarser.merge(Math.floorDiv(stretch, 2L), count, Long::sum));
        counts = coarser;
        seconds *= 2;
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
