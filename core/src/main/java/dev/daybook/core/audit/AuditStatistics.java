package dev.daybook.core.audit;

import dev.daybook.core.repository.RepositoryParts;
import dev.daybook.core.snapshot.Fingerprint;
import dev.daybook.core.snapshot.FoldSnapshots;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.event.Timestamps;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps the fold over the whole log, so that each call folds only what is new; and a snapshot of it, so that a restart does too. */
final class AuditStatistics {

    private static final String NAME = "daybook:statistics";
    private static final long SECONDS_PER_HOUR = 3_600;

    /** A snapshot each time the log has grown by a tenth keeps them few: their number grows with the logarithm of the log. */
    private static final int GROWTH = 10;

    private static final long LEAST_GROWTH = 1_000;

    private final RepositoryParts parts;
    private final TotalsFold fold = new TotalsFold();
    private final FoldSnapshots<StoredTotals> snapshots;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Checkpoint current;
    private long saved;

    AuditStatistics(RepositoryParts parts) {
        this.parts = parts;
        this.snapshots = new FoldSnapshots<>(
                parts.storage().snapshots(),
                parts.states(),
                StoredTotals.class,
                Fingerprint.of(NAME, TotalsFold.VERSION, StoredTotals.class),
                parts.clock(),
                parts.snapshotFaults());
    }

    Statistics now() {
        Totals totals = advance();
        return new Statistics(
                totals.events(),
                sorted(totals.perType(), Function.identity()),
                sorted(totals.perDay(), LocalDate::ofEpochDay),
                totals.perHourOfDay().toJavaList(),
                sorted(totals.perRecentHour(), hour -> Instant.ofEpochSecond(hour * SECONDS_PER_HOUR)),
                parts.storage().snapshots().totals(),
                parts.snapshotFaults().unreadable() + parts.snapshotFaults().unsaved(),
                parts.loads().timing(),
                parts.past().statistics());
    }

    /** Keeps what has been counted, for who opens the log next. */
    void close() {
        lock.lock();
        try {
            if (current != null && current.totals().events() > saved) {
                save(current);
            }
        } finally {
            lock.unlock();
        }
    }

    private Totals advance() {
        lock.lock();
        try {
            Checkpoint now = fold(current == null ? start() : current);
            current = now;
            long count = now.totals().events();
            if (count - saved >= Math.max(LEAST_GROWTH, saved / GROWTH)) {
                save(now);
            }
            return now.totals();
        } finally {
            lock.unlock();
        }
    }

    private Checkpoint start() {
        Checkpoint start = snapshots
                .newest(NAME, Long.MAX_VALUE, Timestamps.LATEST)
                .flatMap(snapshot -> snapshots
                        .open(snapshot)
                        .map(stored -> new Checkpoint(snapshot.sequence(), snapshot.latest(), stored.totals())))
                .orElseGet(() -> new Checkpoint(0, Timestamps.EARLIEST, fold.initial()));
        saved = start.totals().events();
        return start;
    }

    private Checkpoint fold(Checkpoint from) {
        Checkpoint folded = from;
        try (EventCursor events =
                parts.storage().log().read(Query.all(), Range.all().after(from.position()))) {
            while (events.hasNext()) {
                folded = folded.with(events.next(), fold);
            }
        }
        return folded;
    }

    private void save(Checkpoint checkpoint) {
        StoredTotals stored = StoredTotals.of(checkpoint.totals());
        if (snapshots.save(NAME, checkpoint.position(), checkpoint.latest(), stored)) {
            saved = checkpoint.totals().events();
        }
    }

    private static <K, T extends Comparable<? super T>> SortedMap<T, Long> sorted(
            io.vavr.collection.Map<K, Long> counts, Function<K, T> key) {
        SortedMap<T, Long> sorted = new TreeMap<>();
        counts.forEach((k, count) -> sorted.put(key.apply(k), count));
        return sorted;
    }

    private record Checkpoint(long position, Instant latest, Totals totals) {

        Checkpoint with(StoredEvent event, TotalsFold fold) {
            Instant later = event.timestamp().isAfter(latest) ? event.timestamp() : latest;
            return new Checkpoint(event.position(), later, fold.apply(totals, event));
        }
    }
}
