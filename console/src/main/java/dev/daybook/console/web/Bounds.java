package dev.daybook.console.web;

import java.time.Duration;

/**
 * How much one may ask for, and how slowly.
 *
 * @param bodyBytes bytes of a body
 * @param queryChars characters of a query string
 * @param calls calls at one time, without streams of live events
 * @param streams streams of live events at one time
 * @param idle how long a caller may neither send nor take anything; streams of live events send something before it has passed
 * @param sending how long a caller may be at sending the head of a call, and how long at its body
 * @param pace bytes a second that a caller must take of an answer at the least; he may be behind by {@code sending}. Streams of live events,
 *     which end when too much waits for their callers, have no such bound
 */
public record Bounds(int bodyBytes, int queryChars, int calls, int streams, Duration idle, Duration sending, int pace) {

    public static final int HEADER_BYTES = 16 * 1024;

    public static final Bounds STANDARD =
            new Bounds(2 * 1024 * 1024, 8 * 1024, 64, 512, Duration.ofSeconds(30), Duration.ofSeconds(20), 2 * 1024);
}
