package dev.daybook.core.audit;

import dev.daybook.core.fold.Fold;
import dev.daybook.ports.event.StoredEvent;
import io.vavr.collection.Map;

/** Counts events: in all, per type, per day, per hour of the day, and per hour of the last two days before the last recording. */
final class TotalsFold implements Fold<Totals, StoredEvent> {

    static final int VERSION = 1;

    private static final long SECONDS_PER_HOUR = 3_600;
    private static final int HOURS_PER_DAY = 24;
    private static final int RECENT_HOURS = 48;

    @Override
    public Totals initial() {
        return Totals.NONE;
    }

    @Override
    public Totals apply(Totals totals, StoredEvent event) {
        long hour = Math.floorDiv(event.timestamp().getEpochSecond(), SECONDS_PER_HOUR);
        int hourOfDay = Math.floorMod(hour, HOURS_PER_DAY);
        long recordedHour = Math.floorDiv(event.recordedAt().getEpochSecond(), SECONDS_PER_HOUR);
        return new Totals(
                totals.events() + 1,
                increased(totals.perType(), event.type().name()),
                increased(totals.perDay(), Math.floorDiv(hour, HOURS_PER_DAY)),
                totals.perHourOfDay().update(hourOfDay, count -> count + 1),
                recent(totals, hour, recordedHour),
                recordedHour);
    }

    /** By the time of recording, which never steps back, so that one event from the far future does not push out the rest. */
    private static Map<Long, Long> recent(Totals totals, long hour, long recordedHour) {
        long before = recordedHour - RECENT_HOURS;
        Map<Long, Long> kept = recordedHour == totals.recordedHour()
                ? totals.perRecentHour()
                : totals.perRecentHour().filterKeys(old -> old > before);
        return hour > before && hour <= recordedHour ? increased(kept, hour) : kept;
    }

    private static <K> Map<K, Long> increased(Map<K, Long> counts, K key) {
        return counts.put(key, counts.getOrElse(key, 0L) + 1);
    }
}
