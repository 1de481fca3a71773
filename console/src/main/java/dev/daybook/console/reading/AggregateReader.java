package dev.daybook.console.reading;

import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.EventLog;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

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
     * @param next behind which id there are more, empty if there are none
     */
    public record AggregatePage(List<Aggregate> aggregates, Optional<String> next) {}

    private final EventLog log;

    AggregateReader(EventLog log) {
        this.log = log;
    }

    /** Those behind an id whose own ids begin with a prefix; both may be empty. */
    public AggregatePage page(String prefix, String after, int limit) {
        List<Aggregate> found = new ArrayList<>();
        boolean isBefore = Arrays.compareUnsigned(utf8(after), utf8(prefix)) < 0;
        if (isBefore) {
            find(prefix).ifPresent(found::add);
        }
        for (String id : log.aggregates(isBefore ? prefix : after, limit + 1 - found.size())) {
            if (!id.startsWith(prefix)) {
                break;
            }
            find(id).ifPresent(found::add);
        }
        if (found.size() <= limit) {
            return new AggregatePage(found, Optional.empty());
        }
        List<Aggregate> page = found.subList(0, limit);
        return new AggregatePage(page, Optional.of(page.getLast().id()));
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
