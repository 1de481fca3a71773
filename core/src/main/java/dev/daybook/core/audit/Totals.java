package dev.daybook.core.audit;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;

/** What {@link TotalsFold} has counted: days and hours since 1970, UTC. */
record Totals(
        long events,
        Map<String, Long> perType,
        Map<Long, Long> perDay,
        Vector<Long> perHourOfDay,
        Map<Long, Long> perRecentHour,
        long recordedHour) {

    private static final int HOURS_OF_DAY = 24;

    static final Totals NONE = new Totals(
            0, HashMap.empty(), HashMap.empty(), Vector.fill(HOURS_OF_DAY, 0L), HashMap.empty(), Long.MIN_VALUE);
}
