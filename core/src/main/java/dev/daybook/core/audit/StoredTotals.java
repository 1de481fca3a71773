package dev.daybook.core.audit;

import io.vavr.collection.HashMap;
import io.vavr.collection.Vector;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** {@link Totals} in the plain values that every codec can write. */
record StoredTotals(
        long events,
        Map<String, Long> perType,
        Map<String, Long> perDay,
        List<Long> perHourOfDay,
        Map<String, Long> perRecentHour,
        long recordedHour) {

    static StoredTotals of(Totals totals) {
        return new StoredTotals(
                totals.events(),
                totals.perType().toJavaMap(),
                texts(totals.perDay()),
                totals.perHourOfDay().toJavaList(),
                texts(totals.perRecentHour()),
                totals.recordedHour());
    }

    Totals totals() {
        return new Totals(
                events,
                HashMap.ofAll(perType),
                numbers(perDay),
                Vector.ofAll(perHourOfDay),
                numbers(perRecentHour),
                recordedHour);
    }

    private static Map<String, Long> texts(io.vavr.collection.Map<Long, Long> counts) {
        return counts.mapKeys(String::valueOf).toJavaMap(TreeMap::new, Function.identity());
    }

    private static io.vavr.collection.Map<Long, Long> numbers(Map<String, Long> counts) {
        return HashMap.ofAll(counts).mapKeys(Long::valueOf);
    }
}
