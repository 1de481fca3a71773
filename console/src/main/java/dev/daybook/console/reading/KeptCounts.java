package dev.daybook.console.reading;

import dev.daybook.core.Daybook;
import dev.daybook.core.snapshot.Fingerprint;
import dev.daybook.core.snapshot.FoldSnapshots;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.event.Timestamps;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.EventLog;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * All events over time, and those of each type: counted once, and kept in snapshots, so that who opens the log next counts only what has
 * come since. Not safe for concurrent use.
 */
final class KeptCounts {

    /** Counts as a snapshot keeps them. */
    record Stored(Series.Stored all, Map<String, Series.Stored> perType) {}

    private static final String NAME = "console:histogram";
    private static final String FINGERPRINT = Fingerprint.of(NAME, 1, Stored.class);
    private static final int MOST_TYPES = 200;

    /** A snapshot each time the log has grown by a tenth: their number grows with the logarithm of the log. */
    private static final int GROWTH = 10;

    private static final long LEAST_GROWTH = 10_000;

    private final EventLog log;
    private final FoldSnapshots<Stored> snapshots;
    private Series all = new Series();
    private final Map<String, Series> perType = new HashMap<>();
    private long position;
    private long saved = -1;

    KeptCounts(Daybook daybook) {
        this.log = daybook.storage().log();
        this.snapshots = daybook.snapshots(Stored.class, FINGERPRINT);
    }

    /** Counts what is new, for so long at most; true if there is nothing left. */
    boolean count(long nanos) {
        long started = System.nanoTime();
        if (saved < 0) {
            load();
        }
        try (EventCursor events = log.read(Query.all(), Range.all().after(position))) {
            while (events.hasNext()) {
                count(events.next());
                if (System.nanoTime() - started > nanos) {
                    return !events.hasNext();
                }
            }
        }
        if (position - saved > Math.max(LEAST_GROWTH, saved / GROWTH)) {
            save();
        }
        return true;
    }

    private void count(StoredEvent event) {
        long second = event.timestamp().getEpochSecond();
        all.count(second);
        String type = event.type().name();
        Series known = perType.get(type);
        if (known == null && perType.size() < MOST_TYPES) {
            known = new Series();
            perType.put(type, known);
        }
        if (known != null) {
            known.count(second);
        }
        position = event.position();
    }

    /** The counts of these types, of all events for none; those in which something is. */
    List<Series> series(Set<String> types) {
        if (types.isEmpty()) {
            return all.isEmpty() ? List.of() : List.of(all);
        }
        return types.stream().map(perType::get).filter(Objects::nonNull).toList();
    }

    /** Beyond so many types, the later ones are not counted apart. */
    boolean knows(Set<String> types) {
        return perType.size() < MOST_TYPES || perType.keySet().containsAll(types);
    }

    long position() {
        return position;
    }

    private void load() {
        saved = 0;
        snapshots
                .newest(NAME, Long.MAX_VALUE, Timestamps.LATEST)
                .ifPresent(snapshot -> snapshots.open(snapshot).ifPresent(stored -> {
                    all = Series.of(stored.all());
                    stored.perType().forEach((type, series) -> perType.put(type, Series.of(series)));
                    position = snapshot.sequence();
                    saved = position;
                }));
    }

    /** Keeps what has been counted, where that is much. */
    void save() {
        if (position - Math.max(0, saved) < LEAST_GROWTH) {
            return;
        }
        Map<String, Series.Stored> types = new TreeMap<>();
        perType.forEach((type, series) -> types.put(type, series.stored()));
        if (snapshots.save(NAME, position, Timestamps.EARLIEST, new Stored(all.stored(), types))) {
            saved = position;
        }
    }
}
