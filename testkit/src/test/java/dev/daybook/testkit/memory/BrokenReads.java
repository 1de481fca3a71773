package dev.daybook.testkit.memory;

import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.AppendResult;
import dev.daybook.ports.log.Criteria;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.log.TimeSpan;
import dev.daybook.ports.storage.Fault;
import dev.daybook.ports.storage.StorageException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Storages that read wrongly. */
final class BrokenReads {

    private BrokenReads() {}

    /** What a broken log does instead of reading. */
    @FunctionalInterface
    private interface Reading {
        EventCursor read(MemoryLog log, Query query, Range range);
    }

    static List<Broken> all() {
        return List.of(
                reading(
                        "applies a limit before a filter",
                        "Promise09Reading",
                        "a_limit_counts_what_has_passed_every_filter",
                        (log, query, range) -> new FilteredCursor(
                                log.read(Query.all(), Range.all().limit(range.limit())),
                                event -> query.matches(event) && range.contains(event))),
                reading(
                        "gives an event once for every alternative it meets",
                        "Promise09Reading",
                        "an_event_that_meets_several_alternatives_comes_once",
                        BrokenReads::eachAlternative),
                reading(
                        "goes forwards when asked to go backwards",
                        "Promise09Reading",
                        "backwards_is_the_same_answer_from_the_other_end",
                        (log, query, range) -> log.read(query, forwards(range))),
                reading(
                        "ignores all but the first alternative",
                        "Promise09Reading",
                        "one_alternative_is_enough",
                        (log, query, range) -> log.read(Query.of(query.anyOf().getFirst()), range)),
                reading(
                        "is content with one of the tags",
                        "Promise09Reading",
                        "events_are_found_by_all_tags_asked_for",
                        (log, query, range) ->
                                new FilteredCursor(log.read(Query.all(), range), event -> anyTag(query, event))),
                reading(
                        "leaves out the end of a span",
                        "Promise07Time",
                        "one_microsecond_makes_the_difference_in_a_span_of_timestamps",
                        (log, query, range) -> log.read(
                                query,
                                range.happened(new TimeSpan(
                                        range.timestamps().from(),
                                        range.timestamps().to().minusNanos(1_000))))),
                reading(
                        "loses an event at the end of a page of a thousand",
                        "Promise09Paging",
                        "the_whole_log_comes_without_a_seam",
                        (log, query, range) ->
                                new FilteredCursor(log.read(query, range), event -> event.position() % 1_000 != 0)),
                reading(
                        "pretends to be at the end when it is closed",
                        "Promise11Closed",
                        "a_cursor_open_at_the_close_never_pretends_to_be_at_its_end",
                        (log, query, range) -> new EndsQuietly(log.read(query, range))),
                reading(
                        "reads backwards by counting from the newest",
                        "Promise09Streaming",
                        "a_backwards_cursor_is_not_disturbed_by_what_is_appended_meanwhile",
                        (log, query, range) ->
                                range.isForwards() ? log.read(query, range) : new FromTheNewest(log, query)),
                Broken.log(
                        "blocks writers while a cursor is open",
                        "Promise09Streaming",
                        "a_cursor_in_the_middle_blocks_no_writer_and_goes_on_afterwards",
                        ReaderBlocksWriter::new),
                Broken.log(
                        "finds an event by its id only if that tells the time",
                        "Promise09Reading",
                        "an_event_is_found_by_its_id_whatever_version_that_is_of",
                        (gate, clock) -> new MemoryLog(gate, clock) {
                            @Override
                            public Optional<StoredEvent> find(UUID id) {
                                return id.version() == 7 ? super.find(id) : Optional.empty();
                            }
                        }),
                Broken.log(
                        "lists aggregates in the order of their first events",
                        "Promise09Reading",
                        "aggregates_are_listed_in_the_order_of_their_ids",
                        (gate, clock) -> new MemoryLog(gate, clock) {
                            @Override
                            public List<String> aggregates(String afterId, int limit) {
                                return read(Query.all(), Range.all()).stream()
                                        .map(StoredEvent::aggregateId)
                                        .distinct()
                                        .filter(id -> id.compareTo(afterId) > 0)
                                        .limit(limit)
                                        .toList();
                            }
                        }),
                Broken.log(
                        "has its head behind its events",
                        "Promise01Order",
                        "the_head_is_the_position_of_the_last_event",
                        HeadBehind::new));
    }

    private static Broken reading(String fault, String suite, String test, Reading reading) {
        return Broken.log(fault, suite, test, (gate, clock) -> new MemoryLog(gate, clock) {
            private boolean within;

            @Override
            public synchronized EventCursor read(Query query, Range range) {
                if (within) {
                    return super.read(query, range);
                }
                within = true;
                try {
                    return reading.read(this, query, range);
                } finally {
                    within = false;
                }
            }
        });
    }

    private static Range forwards(Range range) {
        return Range.all()
                .after(range.afterPosition())
                .upTo(range.toPosition())
                .limit(range.limit())
                .happened(range.timestamps())
                .recorded(range.recorded());
    }

    private static boolean anyTag(Query query, StoredEvent event) {
        return query.anyOf().stream()
                .anyMatch(criteria ->
                        criteria.tags().isEmpty() || criteria.tags().stream().anyMatch(event.tags()::contains));
    }

    private static EventCursor eachAlternative(MemoryLog log, Query query, Range range) {
        List<StoredEvent> found = new ArrayList<>();
        for (Criteria criteria : query.anyOf()) {
            log.read(Query.of(criteria), range).forEachRemaining(found::add);
        }
        found.sort(Comparator.comparingLong(StoredEvent::position));
        return new Listed(found.iterator());
    }

    private record Listed(Iterator<StoredEvent> events) implements EventCursor {
        @Override
        public boolean hasNext() {
            return events.hasNext();
        }

        @Override
        public StoredEvent next() {
            return events.next();
        }

        @Override
        public void close() {
            // A list holds nothing.
        }
    }

    private record EndsQuietly(EventCursor cursor) implements EventCursor {
        @Override
        public boolean hasNext() {
            try {
                return cursor.hasNext();
            } catch (StorageException e) {
                return false;
            }
        }

        @Override
        public StoredEvent next() {
            return cursor.next();
        }

        @Override
        public void close() {
            cursor.close();
        }
    }

    /** As {@code limit 1 offset n} does. */
    private static final class FromTheNewest implements EventCursor {
        private final MemoryLog log;
        private final Query query;
        private int given;

        FromTheNewest(MemoryLog log, Query query) {
            this.log = log;
            this.query = query;
        }

        @Override
        public boolean hasNext() {
            return given < log.head();
        }

        @Override
        public StoredEvent next() {
            StoredEvent event = log.at((int) log.head() - 1 - given);
            given++;
            return query.matches(event) ? event : next();
        }

        @Override
        public void close() {
            // It holds nothing, which is the trouble.
        }
    }

    private static final class ReaderBlocksWriter extends MemoryLog {
        private final AtomicInteger open = new AtomicInteger();

        ReaderBlocksWriter(Gate gate, InstantSource clock) {
            super(gate, clock);
        }

        @Override
        public EventCursor read(Query query, Range range) {
            open.incrementAndGet();
            EventCursor cursor = super.read(query, range);
            return new FilteredCursor(cursor, event -> true) {
                @Override
                public void close() {
                    open.decrementAndGet();
                }
            };
        }

        @Override
        public AppendResult append(Append append) {
            if (open.get() > 0) {
                throw new StorageException(Fault.LOCKED, "a reader holds the lock", null);
            }
            return super.append(append);
        }
    }

    private static final class HeadBehind extends MemoryLog {
        HeadBehind(Gate gate, InstantSource clock) {
            super(gate, clock);
        }

        @Override
        public long head() {
            return Math.max(0, super.head() - 1);
        }
    }
}
