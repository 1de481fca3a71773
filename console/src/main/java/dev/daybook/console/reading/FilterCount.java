package dev.daybook.console.reading;

import dev.daybook.core.audit.AuditFilter;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.EventLog;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import java.util.function.Predicate;

/**
 * What one filter leaves over time: counted stretch by stretch from the newest to the oldest, and what comes meanwhile. A stretch ends where
 * its positions or its rows end, so that it takes about as long where rows are dense, where few are wanted and where each has to be fetched
 * from the disk. For one thread.
 */
final class FilterCount {

    private static final long FIRST_POSITIONS = 4_096;
    private static final long FEWEST_POSITIONS = 256;
    /** However fast the last stretch was, the next one can be denser. */
    private static final long MOST_POSITIONS = 1L << 20;

    private static final long FIRST_ROWS = 64;
    private static final long FEWEST_ROWS = 16;
    /** Of rows that are not in memory, so many already take longer than a stretch shall. */
    private static final long MOST_ROWS = 512;

    /** What a stretch shall take: between two of them, others have their turn. */
    private static final long TARGET_NANOS = 5_000_000;

    /** By how much a stretch is at most larger than the one before, or smaller. */
    private static final long STEP = 8;

    private final EventLog log;
    private final AuditFilter filter;
    private final Predicate<StoredEvent> wanted;
    private final Series series = new Series();
    /** All in between these positions is counted: above the one, up to the other. */
    private long bottom = -1;

    private long top = -1;
    /** Up to this position nothing happened in the time in question. */
    private long floor;

    private long positions = FIRST_POSITIONS;
    private long rows = FIRST_ROWS;

    FilterCount(EventLog log, AuditFilter filter, Predicate<StoredEvent> wanted) {
        this.log = log;
        this.filter = filter;
        this.wanted = wanted;
    }

    Series series() {
        return series;
    }

    /** Of the positions there are, how large a part is counted. */
    double share() {
        return (double) (top - bottom) / Math.max(1, top - floor);
    }

    /** Goes on for so long at most, but by one stretch at least; true if there is nothing left. */
    boolean count(long nanos) {
        long started = System.nanoTime();
        long head = log.head();
        if (bottom < 0) {
            begin(head);
        }
        boolean isRest = false;
        while ((top < head || bottom > floor) && !isRest) {
            if (top < head) {
                Range above = Range.all().after(top).upTo(Math.min(head, top + positions));
                top = stretch(above, above.toPosition(), 0);
            } else {
                Range below = Range.newestFirst()
                        .after(Math.max(floor, bottom - positions))
                        .upTo(bottom);
                bottom = stretch(below, below.afterPosition(), -1);
            }
            isRest = System.nanoTime() - started >= nanos;
        }
        return top >= head && bottom == floor;
    }

    /** At the last event of the time in question, down to the first one: the storage knows where these are. */
    private void begin(long head) {
        top = head;
        bottom = position(Range.newestFirst(), head);
        floor = bottom == 0 ? 0 : position(Range.all(), head) - 1;
    }

    private long position(Range from, long head) {
        try (EventCursor first = log.read(
                Query.all(), from.upTo(head).happened(filter.happened()).limit(1))) {
            return first.hasNext() ? first.next().position() : 0;
        }
    }

    /**
     * Counts a stretch, or as much of it as its rows allow.
     *
     * @param end where the stretch ends
     * @param behindLast how far behind its last row it ends if there are more
     * @return where it has ended
     */
    private long stretch(Range range, long end, int behindLast) {
        long begun = System.nanoTime();
        long left = rows;
        long reached = end;
        try (EventCursor events = log.read(
                Query.of(filter.criteria()), range.happened(filter.happened()).limit(rows))) {
            while (events.hasNext()) {
                StoredEvent event = events.next();
                if (wanted.test(event)) {
                    series.count(event.timestamp().getEpochSecond());
                }
                left--;
                reached = left == 0 ? event.position() + behindLast : end;
            }
        }
        long took = System.nanoTime() - begun;
        if (left == 0) {
            rows = next(rows, took, FEWEST_ROWS, MOST_ROWS);
        } else {
            positions = next(positions, took, FEWEST_POSITIONS, MOST_POSITIONS);
        }
        return reached;
    }

    /** How large the next stretch is, if one of a size took so long. */
    private static long next(long size, long took, long fewest, long most) {
        long right = size * TARGET_NANOS / Math.max(1, took);
        return Math.clamp(right, Math.max(fewest, size / STEP), Math.min(most, size * STEP));
    }
}
