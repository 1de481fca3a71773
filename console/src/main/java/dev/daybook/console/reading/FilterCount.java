package dev.daybook.console.reading;

import dev.daybook.core.audit.AuditFilter;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.EventLog;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import java.util.function.Predicate;

/** What one filter leaves over time: counted stretch by stretch from the newest to the oldest, and what comes meanwhile. For one thread. */
final class FilterCount {

    private static final long FIRST = 4_096;
    /** However fast the last one was, the next one can be denser. */
    private static final long MOST = 1L << 20;

    /** What a stretch shall take: between two of them, others have their turn. */
    private static final long TARGET_NANOS = 5_000_000;

    private final EventLog log;
    private final AuditFilter filter;
    private final Predicate<StoredEvent> wanted;
    private final Series series = new Series();
    /** All in between these positions is counted: above the one, up to the other. */
    private long bottom = -1;

    private long top = -1;
    /** Up to this position nothing happened in the time in question. */
    private long floor;

    private long size = FIRST;

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
                long upTo = Math.min(head, top + size);
                stretch(top, upTo);
                top = upTo;
            } else {
                long behind = Math.max(floor, bottom - size);
                stretch(behind, bottom);
                bottom = behind;
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

    private void stretch(long behind, long upTo) {
        long begun = System.nanoTime();
        Range range = Range.all().after(behind).upTo(upTo).happened(filter.happened());
        try (EventCursor events = log.read(Query.of(filter.criteria()), range)) {
            while (events.hasNext()) {
                StoredEvent event = events.next();
                if (wanted.test(event)) {
                    series.count(event.timestamp().getEpochSecond());
                }
            }
        }
        long took = Math.max(1, System.nanoTime() - begun);
        double right = (double) size * TARGET_NANOS / took;
        size = (long) Math.clamp(right, Math.max(256.0, size / 8.0), Math.min((double) MOST, size * 8.0));
    }
}
