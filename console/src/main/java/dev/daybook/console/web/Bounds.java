package dev.daybook.console.web;

/**
 * How much one may ask for.
 *
 * @param bodyBytes bytes of a body
 * @param queryChars characters of a query string
 * @param calls calls at one time, without streams of live events
 * @param streams streams of live events at one time
 */
public record Bounds(int bodyBytes, int queryChars, int calls, int streams) {

    public static final int HEADER_BYTES = 16 * 1024;

    public static final Bounds STANDARD = new Bounds(2 * 1024 * 1024, 8 * 1024, 64, 512);
}
