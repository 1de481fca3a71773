package dev.daybook.core.audit;

import dev.daybook.ports.codec.CodecException;
import dev.daybook.ports.codec.EventCodec;
import dev.daybook.ports.codec.UnknownEventException;
import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.event.Timestamps;
import dev.daybook.ports.export.ExportWriter;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.EventLog;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Finds, shows and exports; what cannot be decoded is shown as it is. */
final class AuditReader {

    private static final int MOST_UNKNOWN = 10_000;

    private final EventLog log;
    private final EventCodec codec;
    private final Descriptions descriptions;

    /** Types that the codec does not know, whatever the content: each time it is asked costs an exception. */
    private final Set<EventType> unknown = ConcurrentHashMap.newKeySet();

    AuditReader(EventLog log, EventCodec codec, Descriptions descriptions) {
        this.log = log;
        this.codec = codec;
        this.descriptions = descriptions;
    }

    Page find(AuditFilter filter) {
        return find(filter, UnaryOperator.identity(), ChronoUnit.FOREVER.getDuration());
    }

    Page find(AuditFilter filter, UnaryOperator<StoredEvent> seen, Duration patience) {
        int size = pageSize(filter);
        Range.Direction order = filter.direction(Range.Direction.BACKWARDS);
        Range all = filter.range(order);
        Predicate<StoredEvent> wanted = filter.sought(seen);
        if (filter.isSearch() && filter.offset() == 0) {
            return search(filter, all, wanted, size, Durations.nanos(patience));
        }
        // The storage can count for itself where no text is looked for; one more tells whether there is a next page.
        Range range = filter.text() == null ? all.limit((long) filter.offset() + size + 1) : all;
        try (EventCursor events = log.read(filter.query(), range)) {
            skip(events, wanted, filter.offset());
            return page(events, wanted, size, order);
        }
    }

    private Page search(AuditFilter filter, Range all, Predicate<StoredEvent> wanted, int size, long patience) {
        List<AuditEntry> entries = new ArrayList<>();
        Stretches stretches = new Stretches(all, log.head(), patience);
        while (stretches.goesOn()) {
            Range stretch = stretches.next();
            Range range = filter.text() == null ? stretch.limit(size - entries.size() + 1L) : stretch;
            try (EventCursor events = log.read(filter.query(), range)) {
                while (events.hasNext()) {
                    StoredEvent event = events.next();
                    if (wanted.test(event)) {
                        if (entries.size() == size) {
                            return new Page(
                                    entries, cursor(entries.getLast().event().position(), all.direction()));
                        }
                        entries.add(show(event));
                    }
                    if (filter.text() != null && stretches.isOver() && !(stretches.isComplete() && !events.hasNext())) {
                        return brokenOff(entries, event.position(), event.timestamp(), all.direction());
                    }
                }
            }
            stretches.measure();
        }
        return stretches.isComplete()
                ? new Page(entries, null)
                : brokenOff(entries, stretches.reached(), happened(stretches.reached()), all.direction());
    }

    private static Page brokenOff(
            List<AuditEntry> entries, long position, Instant timestamp, Range.Direction direction) {
        return new Page(entries, cursor(position, direction), new Page.Reached(position, timestamp));
    }

    /** When the event at a position happened, or the one before it where there is none. */
    private Instant happened(long position) {
        try (EventCursor events =
                log.read(Query.all(), Range.newestFirst().upTo(position).limit(1))) {
            return events.hasNext() ? events.next().timestamp() : Timestamps.EARLIEST;
        }
    }

    long export(AuditFilter filter, UnaryOperator<StoredEvent> seen, ExportWriter writer) {
        long limit = filter.limit() == 0 ? Long.MAX_VALUE : filter.limit();
        Predicate<StoredEvent> wanted = filter.sought(seen);
        // What goes on from a page goes on in its order; everything else in the order in which it can be imported.
        Range.Direction usual = filter.cursor() == null ? Range.Direction.FORWARDS : Range.Direction.BACKWARDS;
        Range all = filter.range(filter.direction(usual));
        // Only what is there now: an export of a busy log comes to an end.
        Range range = all.upTo(Math.min(all.toPosition(), log.head()));
        try (EventCursor events = new ReadAhead(log.read(filter.query(), range))) {
            skip(events, wanted, filter.offset());
            long count = 0;
            while (count < limit && events.hasNext()) {
                StoredEvent event = events.next();
                if (wanted.test(event)) {
                    writer.write(event);
                    count++;
                }
            }
            return count;
        }
    }

    Stream<AuditEntry> replay(String aggregateId) {
        return log.read(Query.aggregate(aggregateId), Range.all()).stream().map(this::show);
    }

    AuditEntry show(StoredEvent event) {
        List<Object> decoded = decode(event);
        return new AuditEntry(event, decoded, descriptions.describe(event, decoded));
    }

    private Page page(EventCursor events, Predicate<StoredEvent> wanted, int size, Range.Direction direction) {
        List<AuditEntry> entries = new ArrayList<>();
        while (events.hasNext()) {
            StoredEvent event = events.next();
            if (wanted.test(event)) {
                if (entries.size() == size) {
                    return new Page(entries, cursor(entries.getLast().event().position(), direction));
                }
                entries.add(show(event));
            }
        }
        return new Page(entries, null);
    }

    private static String cursor(long position, Range.Direction direction) {
        return new PageCursor(position, direction).toString();
    }

    private List<Object> decode(StoredEvent event) {
        if (unknown.contains(event.type())) {
            return List.of();
        }
        try {
            return codec.decode(event.type(), event.payload());
        } catch (UnknownEventException notToday) {
            if (unknown.size() < MOST_UNKNOWN) {
                unknown.add(event.type());
            }
            return List.of();
        } catch (CodecException unreadable) {
            return List.of();
        }
    }

    private static void skip(EventCursor events, Predicate<StoredEvent> wanted, int count) {
        int left = count;
        while (left > 0 && events.hasNext()) {
            if (wanted.test(events.next())) {
                left--;
            }
        }
    }

    private static int pageSize(AuditFilter filter) {
        if (filter.limit() > AuditFilter.MOST_PER_PAGE) {
            throw new IllegalArgumentException("a page of " + filter.limit() + " entries is too large, at most "
                    + AuditFilter.MOST_PER_PAGE + " are given; go on from its cursor, or export");
        }
        return filter.limit() == 0 ? AuditFilter.PAGE : filter.limit();
    }
}
