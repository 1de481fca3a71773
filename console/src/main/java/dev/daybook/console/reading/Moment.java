package dev.daybook.console.reading;

import java.time.Instant;

/** Up to where the events of an aggregate count. */
public sealed interface Moment {

    /** All of them. */
    record Now() implements Moment {}

    /** As it was: what had happened by then, whenever it was recorded. */
    record Happened(Instant time) implements Moment {}

    /** As it was known: what was recorded by then, whenever it happened. */
    record Known(Instant time) implements Moment {}

    /** Up to a place in the log. */
    record Position(long position) implements Moment {}

    /** Up to a place in the aggregate. */
    record Sequence(long sequence) implements Moment {}
}
