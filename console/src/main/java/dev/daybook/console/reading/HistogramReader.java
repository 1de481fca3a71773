package dev.daybook.console.reading;

import dev.daybook.core.Daybook;
import dev.daybook.core.audit.AuditFilter;
import dev.daybook.ports.log.Criteria;
import dev.daybook.ports.log.EventLog;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Counts events over time. All events, and those of a type, are counted once and kept; what else narrows is counted beside the calls, from
 * the newest on, for as long as somebody asks, and remembered for a while. A call takes what is counted by then.
 */
public final class HistogramReader implements AutoCloseable {

    /** For how long a call that asks for nothing else waits for what is not counted yet. */
    private static final long PATIENCE_NANOS = Duration.ofMillis(30).toNanos();

    /** For how long a call does that draws it again, and first wants to show something. */
    private static final long GLANCE_NANOS = Duration.ofMillis(10).toNanos();

    /** Once: a log that is not large, or was counted before, is then counted. */
    private static final long FIRST_PATIENCE_NANOS = Duration.ofMillis(250).toNanos();

    /** Where a text is looked for, which the call does as well. */
    private static final long SHORT_PATIENCE_NANOS = Duration.ofMillis(5).toNanos();

    /** For how long is counted on after nobody has asked any more. */
    private static final long INTEREST_NANOS = Duration.ofSeconds(2).toNanos();

    private static final int REMEMBERED = 16;

    /** What is counted apart: a filter without its page, as seen by somebody. */
    private record Counted(AuditFilter filter, Sight sight) {}

    private final EventLog log;
    private final ReentrantLock turns = new ReentrantLock(true);
    private final KeptCounts kept;
    private final Background counting;
    private final LinkedHashMap<Counted, Narrowed> narrowed = new LinkedHashMap<>();
    private volatile boolean isFirst = true;

    HistogramReader(Daybook daybook) {
        this.log = daybook.storage().log();
        this.kept = new KeptCounts(daybook);
        this.counting = new Background(turns, kept::count);
    }

    /** A count of its own, and what goes on with it. */
    private record Narrowed(FilterCount count, Background counting) {}

    /**
     * The histogram of what a filter leaves, paging aside.
     *
     * @param most how many buckets at most
     */
    public Histogram read(AuditFilter filter, int most, Sight sight) {
        boolean searches = filter.text() != null;
        return read(
                filter, most, sight, new Patience(searches ? SHORT_PATIENCE_NANOS : PATIENCE_NANOS, INTEREST_NANOS));
    }

    /**
     * The same for who shows what there is by now, and may not ask again: where a text is looked for, which takes long, nothing is counted
     * on beside the calls.
     *
     * @param most how many buckets at most
     */
    public Histogram glance(AuditFilter filter, int most, Sight sight) {
        boolean searches = filter.text() != null;
        return read(
                filter,
                most,
                sight,
                searches ? new Patience(SHORT_PATIENCE_NANOS, 0) : new Patience(GLANCE_NANOS, INTEREST_NANOS));
    }

    /** How long a call waits, and for how long is counted on after it. */
    private record Patience(long nanos, long interest) {}

    private Histogram read(AuditFilter filter, int most, Sight sight, Patience patience) {
        Criteria criteria = filter.criteria();
        boolean byType = criteria.equals(Criteria.any().types(criteria.types().toArray(String[]::new)));
        return byType && filter.text() == null
                ? kept(filter, most, sight, patience)
                : narrowed(filter, most, sight, patience);
    }

    private Histogram kept(AuditFilter filter, int most, Sight sight, Patience patience) {
        Set<String> types = filter.criteria().types();
        long nanos = isFirst ? FIRST_PATIENCE_NANOS : patience.nanos();
        isFirst = false;
        Optional<Histogram> coarse = counting.goOn(nanos, Long.MAX_VALUE, complete -> {
            Buckets buckets = Buckets.of(kept.series(types), filter.happened(), most);
            return kept.knows(types) && buckets.areFine()
                    ? Optional.of(buckets.histogram(complete, share(kept.position())))
                    : Optional.empty();
        });
        // For a short time in a long log, what is kept is too coarse.
        return coarse.orElseGet(() -> narrowed(filter, most, sight, patience));
    }

    private Histogram narrowed(AuditFilter filter, int most, Sight sight, Patience patience) {
        Narrowed one = remembered(filter, sight);
        return one.counting.goOn(
                patience.nanos(),
                patience.interest(),
                complete -> Buckets.of(List.of(one.count.series()), filter.happened(), most)
                        .histogram(complete, one.count.share()));
    }

    private Narrowed remembered(AuditFilter filter, Sight sight) {
        Counted counted = new Counted(filter, sight);
        synchronized (narrowed) {
            Narrowed known = narrowed.remove(counted);
            if (known == null) {
                FilterCount count = new FilterCount(log, filter, filter.matcher(sight::see));
                known = new Narrowed(count, new Background(turns, count::count));
            }
            narrowed.putLast(counted, known);
            if (narrowed.size() > REMEMBERED) {
                narrowed.pollFirstEntry().getValue().counting.close();
            }
            return known;
        }
    }

    private double share(long position) {
        return (double) position / Math.max(1, log.head());
    }

    /** Counts no more, and keeps what has been counted. */
    @Override
    public void close() {
        counting.close();
        synchronized (narrowed) {
            narrowed.values().forEach(one -> one.counting.close());
        }
        counting.locked(() -> {
            kept.save();
            return kept;
        });
    }
}
