package dev.daybook.jooq;

/** A stretch of keys (positions or sequences): those behind the first number, up to the second and it. */
record Span(long behind, long upTo) {

    boolean isEmpty() {
        return upTo <= behind;
    }

    boolean contains(Span other) {
        return behind <= other.behind && other.upTo <= upTo;
    }

    Span and(Span other) {
        return new Span(Math.max(behind, other.behind), Math.min(upTo, other.upTo));
    }
}
