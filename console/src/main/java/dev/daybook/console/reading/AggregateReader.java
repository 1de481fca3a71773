package dev.daybook.console.reading;

import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.EventLog;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Which aggregates there are. */
public final class AggregateReader {

    /** An aggregate by its ends; as sequences have no gap, its last event tells how many there are. */
    public record Aggregate(StoredEvent first, StoredEvent last) {

        public String id() {
            return first.aggregateId();
        }

        public long events() {
            return last.sequence();
        }
    }

    /**
     * Some aggregates in the order of their ids.
     *
     * @param next behind which id there are more, or can be, empty if there are none
     */
    public record AggregatePage(List<Aggregate> aggregates, Optional<String> next) {}

    private static final Duration FOREVER = Duration.ofDays(1);

    private final EventLog log;

    AggregateReader(EventLog log) {
        this.log = log;
    }

    /** Those behind an id whose own ids begin with a prefix; both may be empty. */
    public AggregatePage page(String prefix, String after, int limit) {
        return search(prefix, after, limit, id -> true, FOREVER);
    }

    /** Of those, some that have to be looked for; when the time has passed, the page is what was found, and the next one looks on. */
    public AggregatePage search(String prefix, String after, int limit, Predicate<String> wanted, Duration atMost) {
        long started = System.nanoTime();
        List<Aggregate> found = new ArrayList<>();
        boolean isBefore = Arrays.compareUnsigned(utf8(after), utf8(prefix)) < 0;
        if (isBefore && wanted.test(prefix)) {
            find(prefix).ifPresent(found::add);
        }
        String from = isBefore ? prefix : after;
        while (true) {
            List<String> ids = log.aggregates(from, limit + 1);
            for (String id : ids) {
                if (!id.startsWith(prefix)) {
                    return new AggregatePage(found, Optional.empty());
                }
                // However long the first one took: who looks on has to come further.
                boolean isOver = System.nanoTime() - started > atMost.toNanos() && !from.equals(after);
                if (found.size() == limit || isOver) {
                    return new AggregatePage(found, Optional.of(from));
                }
                if (wanted.test(id)) {
                    find(id).ifPresent(found::add);
                }
                from = id;
            }
            if (ids.size() <= limit) {
                return new AggregatePage(found, Optional.empty());
            }
        }
    }

    /** Its bytes are in the order of the code points. */
    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Optional<Aggregate> find(String id) {
        return end(id, Range.all())
                .flatMap(first -> end(id, Range.newestFirst()).map(last -> new Aggregate(first, last)));
    }

    private Optional<StoredEvent> end(String id, Range range) {
        try (EventCursor events = log.read(Query.aggregate(id), range.limit(1))) {
            return events.hasNext() ? Optional.of(events.next()) : Optional.empty();
        }
    }
}
