package dev.daybook.console.reading;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How many events happened when.
 *
 * @param width how long a bucket is
 * @param buckets those in which something happened, oldest first
 * @param complete false if the log is still being counted
 * @param share how large a part of the log is counted, from 0 to 1
 */
public record Histogram(Duration width, List<Bucket> buckets, boolean complete, double share) {

    /**
     * A stretch of time.
     *
     * @param start its beginning
     * @param events how many events happened in it
     */
    public record Bucket(Instant start, long events) {}
}
