package dev.daybook.benchmarks;

import dev.daybook.benchmarks.peer.BookEvent;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Tag;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.AppendResult;
import dev.daybook.ports.log.Condition;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.storage.Storage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.HdrHistogram.Histogram;

/** Appends that depend on no newer event bearing a tag, by writers with a tag each, beside the same appends in any case. */
final class TagContest {

    private static final int WRITERS = 16;
    private static final int TAGS = 1_000;
    private static final String OTHER = "00";
    private static final int BATCH = 2_000;
    private static final double AT_LEAST = 1 / 1.5;
    private static final String ANY_CASE = Contenders.DAYBOOK + " without a condition";

    private final Engine engine;
    private final PeerOptions options;
    private final SideReport report;

    TagContest(Engine engine, PeerOptions options, SideReport report) {
        this.engine = engine;
        this.options = options;
        this.report = report;
    }

    void run() throws Exception {
        try (Storage storage = engine.open("tags");
                ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            fill(storage);
            Writers with = new Writers(onlyIfNoneIsNewer(storage), threads, options.lap(), WRITERS);
            // They bear other tags of the same kind, since a condition would find them otherwise.
            Writers without = new Writers(
                    (aggregate, first, events) -> append(storage, aggregate + OTHER, events, List.of()),
                    threads,
                    options.lap(),
                    WRITERS);
            Map<String, Race.Lap> laps = new LinkedHashMap<>();
            laps.put(Contenders.DAYBOOK, () -> with.run(WRITERS, 1, new Histogram(3)));
            laps.put(ANY_CASE, () -> without.run(WRITERS, 1, new Histogram(3)));
            report.rates(
                    "append, 16 writers, each if none is newer with its tag, %,d events stored"
                            .formatted(options.events()),
                    Contest.run(options.rounds(), laps),
                    Contenders.DAYBOOK,
                    ANY_CASE,
                    OptionalDouble.of(AT_LEAST));
        }
    }

    private static Writers.Appender onlyIfNoneIsNewer(Storage storage) {
        long head = storage.log().head();
        Map<String, Long> newest = new ConcurrentHashMap<>();
        return (aggregate, first, events) -> {
            Query own = Query.tags(tag(aggregate));
            Condition condition = Condition.noneMatchingAfter(own, newest.getOrDefault(aggregate, head));
            newest.put(aggregate, append(storage, aggregate, events, List.of(condition)));
        };
    }

    private void fill(Storage storage) {
        for (int i = 0; i < options.events(); i += BATCH) {
            List<NewEvent> batch = new ArrayList<>(BATCH);
            for (int k = i; k < Math.min(options.events(), i + BATCH); k++) {
                batch.add(Samples.event("book_" + k / BATCH, Samples.CODEC.encode(Book.trade(k)))
                        .tagged(Tag.of("desk", String.valueOf(k % TAGS))));
            }
            Samples.stored(storage.log().append(Append.of(batch)));
        }
    }

    /** Answers the position of the last event. */
    private static long append(Storage storage, String aggregate, List<BookEvent> events, List<Condition> conditions) {
        List<NewEvent> tagged = new ArrayList<>(events.size());
        for (BookEvent event : events) {
            tagged.add(Samples.event(aggregate, Samples.CODEC.encode(event)).tagged(tag(aggregate)));
        }
        AppendResult result = storage.log().append(new Append(tagged, conditions));
        Samples.stored(result);
        return ((AppendResult.Stored) result).events().getLast().position();
    }

    /** One of those that a thousandth of the stored events bear. */
    private static Tag tag(String aggregate) {
        return Tag.of("desk", aggregate.substring("writer_".length()));
    }
}
