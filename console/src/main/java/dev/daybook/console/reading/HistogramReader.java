package dev.daybook.console.reading;

import dev.daybook.core.audit.AuditFilter;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.event.Timestamps;
import dev.daybook.ports.log.Criteria;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.EventLog;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * Counts events over time. All events, and those of a type, are counted once, beside the calls; what else narrows is counted at the call,
 * newest first, as far as it comes in the time there is.
 */
public final class HistogramReader {

    private static final long PATIENCE_NANOS = Duration.ofMillis(300).toNanos();
    /** For how long a call waits at most for what is counted beside it. */
    private static final long SLICE_NANOS = Duration.ofMillis(20).toNanos();

    private static final int MOST_TYPES = 200;

    /** Widths that people read easily, in seconds. */
    private static final long[] WIDTHS = {
        1, 2, 5, 10, 30, 60, 120, 300, 600, 1_800, 3_600, 7_200, 21_600, 43_200, 86_400, 604_800, 2_592_000, 31_536_000
    };

    private final EventLog log;
    /** Fair, so that who counts beside the calls does not keep them out. */
    private final ReentrantLock lock = new ReentrantLock(true);

    private final Series all = new Series();
    private final Map<String, Series> perType = new HashMap<>();
    private long position;
    private final AtomicBoolean counting = new AtomicBoolean();

    HistogramReader(EventLog log) {
        this.log = log;
    }

    /**
     * The histogram of what a filter leaves, paging aside.
     *
     * @param most how many buckets at most
     */
    public Histogram read(AuditFilter filter, int most, Sight sight) {
        Criteria criteria = filter.criteria();
        boolean byType = criteria.equals(Criteria.any().types(criteria.types().toArray(String[]::new)));
        return byType && filter.text() == null
                ? counted(criteria.types(), filter, most)
                : counting(filter, most, sight);
    }

    private Histogram counted(Set<String> types, AuditFilter filter, int most) {
        boolean complete = advance();
        lock.lock();
        try {
            List<Series> series = types.isEmpty()
                    ? List.of(all)
                    : types.stream()
                            .filter(perType::containsKey)
                            .map(perType::get)
                            .toList();
            List<Series> filled = series.stream().filter(one -> !one.isEmpty()).toList();
            if (filled.isEmpty()) {
                return new Histogram(Duration.ofSeconds(1), List.of(), complete);
            }
            long from = Math.max(
                    filter.happened().from().getEpochSecond(),
                    filled.stream().mapToLong(Series::first).min().orElseThrow());
            long to = Math.min(
                    filter.happened().to().getEpochSecond(),
                    filled.stream().mapToLong(Series::last).max().orElseThrow());
            long finest = filled.stream().mapToLong(Series::seconds).max().orElseThrow();
            long width = width(from, to, most, finest);
            Map<Long, Long> buckets = new TreeMap<>();
            filled.forEach(one -> one.addTo(buckets, from, to, width));
            return histogram(width, buckets, complete);
        } finally {
            lock.unlock();
        }
    }

    /** Counts what is new, for as long as a call may take; the rest is counted beside the calls. True if there is no rest. */
    private boolean advance() {
        if (count(PATIENCE_NANOS)) {
            return true;
        }
        if (!counting.getAndSet(true)) {
            Thread.ofVirtual().name("daybook-console-counting").start(this::countRest);
        }
        return false;
    }

    private void countRest() {
        try {
            while (!count(SLICE_NANOS)) {
                Thread.onSpinWait();
            }
        } catch (RuntimeException fault) {
            System.getLogger(HistogramReader.class.getName())
                    .log(System.Logger.Level.WARNING, "events could not be counted; the next call goes on", fault);
        } finally {
            counting.set(false);
        }
    }

    private boolean count(long patience) {
        long started = System.nanoTime();
        lock.lock();
        try (EventCursor events = log.read(Query.all(), Range.all().after(position))) {
            while (events.hasNext()) {
                StoredEvent event = events.next();
                long second = event.timestamp().getEpochSecond();
                all.count(second);
                String type = event.type().name();
                if (perType.containsKey(type) || perType.size() < MOST_TYPES) {
                    perType.computeIfAbsent(type, any -> new Series()).count(second);
                }
                position = event.position();
                if (System.nanoTime() - started > patience) {
                    return !events.hasNext();
                }
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    private Histogram counting(AuditFilter filter, int most, Sight sight) {
        long started = System.nanoTime();
        List<Long> seconds = new ArrayList<>();
        boolean complete = true;
        Predicate<StoredEvent> wanted = filter.matcher(sight::see);
        Range range = Range.newestFirst().happened(filter.happened());
        try (EventCursor events = log.read(Query.of(filter.criteria()), range)) {
            while (complete && events.hasNext()) {
                StoredEvent event = events.next();
                if (wanted.test(event)) {
                    seconds.add(event.timestamp().getEpochSecond());
                }
                complete = System.nanoTime() - started < PATIENCE_NANOS || !events.hasNext();
            }
        }
        if (seconds.isEmpty()) {
            return new Histogram(Duration.ofSeconds(1), List.of(), complete);
        }
        long from = seconds.stream().min(Long::compare).orElseThrow();
        long to = seconds.stream().max(Long::compare).orElseThrow();
        long width = width(from, to, most, 1);
        Map<Long, Long> buckets = new TreeMap<>();
        seconds.forEach(second -> buckets.merge(Math.floorDiv(second, width) * width, 1L, Long::sum));
        return histogram(width, buckets, complete);
    }

    private static long width(long from, long to, int most, long finest) {
        for (long width : WIDTHS) {
            if (width >= finest && Math.floorDiv(to, width) - Math.floorDiv(from, width) < most) {
                return width;
            }
        }
        return Timestamps.LATEST.getEpochSecond() - Timestamps.EARLIEST.getEpochSecond();
    }

    private static Histogram histogram(long width, Map<Long, Long> buckets, boolean complete) {
        List<Histogram.Bucket> all = buckets.entrySet().stream()
                .map(entry -> new Histogram.Bucket(Instant.ofEpochSecond(entry.getKey()), entry.getValue()))
                .toList();
        return new Histogram(Duration.ofSeconds(width), all, complete);
    }
}
