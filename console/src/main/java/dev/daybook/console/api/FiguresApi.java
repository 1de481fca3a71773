package dev.daybook.console.api;

import dev.daybook.console.asking.Filters;
import dev.daybook.console.asking.Looks;
import dev.daybook.console.reading.Figures;
import dev.daybook.console.reading.Histogram;
import dev.daybook.console.reading.Readers;
import dev.daybook.console.security.Role;
import dev.daybook.console.web.Answer;
import dev.daybook.console.web.Call;
import dev.daybook.console.web.Method;
import dev.daybook.console.web.Route;
import dev.daybook.core.audit.Statistics;
import dev.daybook.jackson.Rfc3339;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;

/** The log in figures, and events over time. */
final class FiguresApi {

    private static final int USUAL_BUCKETS = 60;
    private static final int MOST_BUCKETS = 500;

    private final Readers readers;
    private final Looks looks;

    FiguresApi(Readers readers, Looks looks) {
        this.readers = readers;
        this.looks = looks;
    }

    List<Route> routes() {
        Set<String> histogram = Filters.union(Filters.NARROWING, Set.of("buckets", Looks.UNMASK));
        return List.of(
                Route.api(Method.GET, Api.ROOT + "/statistics", Role.VIEWER, Set.of(), this::statistics),
                Route.api(Method.GET, Api.ROOT + "/histogram", Role.VIEWER, histogram, this::histogram));
    }

    Answer statistics(Call call) {
        Figures figures = readers.figures().read();
        return Answer.json(out -> write(out, figures));
    }

    static void write(JsonGenerator out, Figures figures) {
        out.writeStartObject();
        out.writeNumberProperty("head", figures.head());
        out.writeNumberProperty("last_minute", figures.lastMinute());
        out.writeNumberProperty("last_day", figures.lastDay());
        out.writeNumberProperty("events_per_second", figures.lastMinute() / 60.0);
        out.writeName("storage");
        out.writeStartObject();
        out.writeStringProperty("engine", figures.storage().engine());
        out.writeStringProperty("durability", figures.storage().durability());
        figures.bytes().ifPresent(bytes -> out.writeNumberProperty("bytes", bytes));
        figures.bytesPerDay().ifPresent(bytes -> out.writeNumberProperty("bytes_per_day", bytes));
        out.writeEndObject();
        out.writeBooleanProperty("counted", figures.statistics().isPresent());
        figures.statistics().ifPresent(statistics -> counted(out, statistics));
        out.writeEndObject();
    }

    private static void counted(JsonGenerator out, Statistics statistics) {
        out.writeNumberProperty("events", statistics.events());
        counts(out, "per_type", statistics.perType(), Function.identity());
        counts(out, "per_day", statistics.perDay(), Object::toString);
        counts(out, "per_recent_hour", statistics.perRecentHour(), (Instant hour) -> Rfc3339.format(hour));
        out.writeName("per_hour_of_day");
        out.writeStartArray();
        statistics.perHourOfDay().forEach(out::writeNumber);
        out.writeEndArray();
        out.writeName("snapshots");
        out.writeStartObject();
        out.writeNumberProperty("count", statistics.snapshots().count());
        out.writeNumberProperty("bytes", statistics.snapshots().bytes());
        out.writeNumberProperty("faults", statistics.snapshotFaults());
        out.writeEndObject();
        out.writeName("replays");
        out.writeStartObject();
        out.writeNumberProperty("count", statistics.replays().count());
        out.writeNumberProperty("mean_micros", statistics.replays().mean().toNanos() / 1_000);
        out.writeNumberProperty("longest_micros", statistics.replays().max().toNanos() / 1_000);
        out.writeEndObject();
        out.writeName("past_cache");
        out.writeStartObject();
        out.writeNumberProperty("hits", statistics.pastCache().hits());
        out.writeNumberProperty("misses", statistics.pastCache().misses());
        out.writeNumberProperty("entries", statistics.pastCache().entries());
        out.writeNumberProperty("hit_rate", statistics.pastCache().hitRate());
        out.writeEndObject();
    }

    private static <K> void counts(JsonGenerator out, String name, Map<K, Long> counts, Function<K, String> key) {
        out.writeName(name);
        out.writeStartObject();
        counts.forEach((of, count) -> out.writeNumberProperty(key.apply(of), count));
        out.writeEndObject();
    }

    private Answer histogram(Call call) {
        int buckets = (int) call.number("buckets", 1, MOST_BUCKETS, USUAL_BUCKETS);
        Histogram histogram = readers.histograms().read(Filters.narrowed(call), buckets, looks.of(call));
        return Answer.json(out -> {
            out.writeStartObject();
            out.writeNumberProperty("bucket_seconds", histogram.width().toSeconds());
            out.writeBooleanProperty("complete", histogram.complete());
            out.writeNumberProperty("share", histogram.share());
            out.writeName("buckets");
            out.writeStartArray();
            for (Histogram.Bucket bucket : histogram.buckets()) {
                out.writeStartObject();
                out.writeStringProperty("start", Rfc3339.format(bucket.start()));
                out.writeNumberProperty("events", bucket.events());
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        });
    }
}
