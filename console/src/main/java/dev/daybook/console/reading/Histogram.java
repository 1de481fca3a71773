package dev.daybook.console.reading;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How many events happened when.
 *
 * @param width how long a bucket is
 * @param buckets those in which something happened, oldest first
 * @param complete false if the log was not counted to its end in the time there was
 */
public record Histogram(Duration width, List<Bucket> buckets, boolean complete) {

    /**
     * A stretch of time.
     *
     * @param start its beginning
     * @param events how many events happened in it
     */
    public record Bucket(Instant start, long events) {}
}
