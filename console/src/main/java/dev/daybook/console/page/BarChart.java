package dev.daybook.console.page;

import dev.daybook.console.reading.Histogram;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A chart of events over time, drawn into a field of 1000 x 100.
 *
 * @param bars the bars, oldest first
 * @param peak the highest count, in words
 * @param from where the first bar begins, in words
 * @param to where the last bar ends, in words
 * @param fromMicros where the first bar begins, in microseconds since 1970
 * @param toMicros where the last bar ends
 * @param caption what is counted
 */
public record BarChart(
        List<Bar> bars, String peak, String from, String to, String fromMicros, String toMicros, String caption) {

    private static final double WIDTH = 1000;
    private static final double HEIGHT = 100;

    /** Between two bars, twice this part of their width. */
    private static final double GAP = 0.08;

    /** However few, they are seen. */
    private static final double LOWEST = 2;

    /** A bar; its place is written for SVG. */
    public record Bar(String x, String y, String width, String height, String url, String label, long events) {}

    /** Turns a stretch of time into the address of its events. */
    interface Address {
        String of(Instant from, Instant to);
    }

    static BarChart of(Histogram histogram, String caption, Address address) {
        return of(histogram, 1, caption, address);
    }

    /** Of at least so many stretches of time, so that few bars do not look like walls. */
    static BarChart of(Histogram histogram, int least, String caption, Address address) {
        List<Histogram.Bucket> buckets = histogram.buckets();
        if (buckets.isEmpty()) {
            return new BarChart(List.of(), "0", "", "", "", "", caption);
        }
        Duration width = histogram.width();
        Instant to = buckets.getLast().start().plus(width);
        Instant enough = to.minus(width.multipliedBy(least));
        Instant first = buckets.getFirst().start();
        Instant from = first.isAfter(enough) ? enough : first;
        long peak = buckets.stream().mapToLong(Histogram.Bucket::events).max().orElse(1);
        double step = WIDTH * width.toSeconds() / Duration.between(from, to).toSeconds();
        List<Bar> bars = new ArrayList<>();
        for (Histogram.Bucket bucket : buckets) {
            if (bucket.events() > 0) {
                double x = step * (Duration.between(from, bucket.start()).toSeconds() / (double) width.toSeconds());
                double height = Math.max(LOWEST, HEIGHT * bucket.events() / peak);
                bars.add(new Bar(
                        number(x + step * GAP),
                        number(HEIGHT - height),
                        number(step * (1 - 2 * GAP)),
                        number(height),
                        address.of(bucket.start(), bucket.start().plus(width).minusNanos(1_000)),
                        label(bucket, width),
                        bucket.events()));
            }
        }
        return new BarChart(
                bars, Numbers.grouped(peak), Time.brief(from), Time.brief(to), micros(from), micros(to), caption);
    }

    private static String label(Histogram.Bucket bucket, Duration width) {
        return Numbers.grouped(bucket.events()) + (bucket.events() == 1 ? " event" : " events") + " in "
                + Time.rough(width) + " from " + Time.brief(bucket.start());
    }

    static String micros(Instant time) {
        return Long.toString(java.time.temporal.ChronoUnit.MICROS.between(Instant.EPOCH, time));
    }

    static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.endsWith(".00") ? text.substring(0, text.length() - 3) : text;
    }
}
