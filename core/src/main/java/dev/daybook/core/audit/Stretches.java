package dev.daybook.core.audit;

import dev.daybook.ports.log.Range;

/**
 * Goes through the positions of a range stretch by stretch, so that a search that finds nothing can end between two of them. Each is as
 * long as can be gone through in a part of the time that is left, by how long the ones before it took.
 */
final class Stretches {

    private static final long FIRST = 8_192;
    private static final long LEAST = 1_024;
    private static final int GROWTH = 8;
    /** However fast the last one was, the next one can be denser. */
    private static final long MOST = 1L << 20;

    private final Range range;
    private final long patience;
    private final long started = System.nanoTime();
    private long behind;
    private long upTo;
    private long size = FIRST;
    private long begun = started;
    private boolean any;

    /** Up to the head of the log; {@code Long.MAX_VALUE} nanoseconds are as long as it takes. */
    Stretches(Range range, long head, long patience) {
        this.range = range;
        this.patience = patience;
        this.behind = range.afterPosition();
        this.upTo = Math.min(range.toPosition(), head);
    }

    boolean isComplete() {
        return behind >= upTo;
    }

    /** At least one stretch is gone through, whatever the patience. */
    boolean goesOn() {
        return !isComplete() && (!any || (!isOver() && size >= LEAST));
    }

    boolean isOver() {
        return System.nanoTime() - started >= patience;
    }

    /** The next one, which is to be gone through to its end. */
    Range next() {
        any = true;
        begun = System.nanoTime();
        long length = patience == Long.MAX_VALUE ? upTo - behind : Math.min(size, upTo - behind);
        Range next;
        if (range.isForwards()) {
            next = range.after(behind).upTo(behind + length);
            behind += length;
        } else {
            next = range.after(upTo - length).upTo(upTo);
            upTo -= length;
        }
        return next;
    }

    /** After the end of the last one. */
    void measure() {
        long now = System.nanoTime();
        long left = patience - (now - started);
        double possible = (double) size * left / 2 / Math.max(1, now - begun);
        size = (long) Math.min(Math.min((double) size * GROWTH, possible), MOST);
    }

    /** The last position that was gone through. */
    long reached() {
        return range.isForwards() ? behind : upTo + 1;
    }
}
