package dev.daybook.core.audit;

import dev.daybook.core.replay.Timing;
import dev.daybook.core.repository.CacheStatistics;
import dev.daybook.ports.snapshot.SnapshotTotals;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;

/**
 * An audit trail in figures. Days and hours are those of the events' timestamps, UTC.
 *
 * @param events how many there are
 * @param perType how many there are of each type
 * @param perDay how many happened on each day
 * @param perHourOfDay how many happened at each hour of the day, 0 to 23
 * @param perRecentHour how many happened in each of the 48 hours before the last event was recorded, by the beginning of the hour
 * @param snapshots how many snapshots there are and how large they are
 * @param snapshotFaults how many snapshots could not be read or saved, since this process began
 * @param replays how long loads and replays took, in this process
 * @param pastCache how well the cache of past states does, in this process
 */
public record Statistics(
        long events,
        SortedMap<String, Long> perType,
        SortedMap<LocalDate, Long> perDay,
        List<Long> perHourOfDay,
        SortedMap<Instant, Long> perRecentHour,
        SnapshotTotals snapshots,
        long snapshotFaults,
        Timing replays,
        CacheStatistics pastCache) {}
