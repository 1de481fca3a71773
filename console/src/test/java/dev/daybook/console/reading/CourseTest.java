package dev.daybook.console.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.core.replay.Timings;
import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.AppendResult;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.snapshot.Snapshot;
import dev.daybook.ports.storage.Storage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A state that is folded on from another one is the state that all events lead to. */
class CourseTest {

    private static final String ID = "meter";
    private static final int EVENTS = 9_000;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    private Path folder;

    private Storage storage;
    private ReadLog log;
    private final Hashes rules = new Hashes();
    private final RecentStates recent = new RecentStates(1 << 20);
    private final Timings timings = new Timings();

    /** Tells apart every history there is. */
    private static final class Hashes implements Course.Rules<Integer> {
        private final TreeMap<Long, Snapshot> snapshots = new TreeMap<>();

        @Override
        public Integer initial() {
            return 1;
        }

        @Override
        public Integer apply(Integer state, StoredEvent event) {
            return 31 * state + text(event.payload()).hashCode();
        }

        @Override
        public Integer copy(Integer state) {
            return state;
        }

        @Override
        public int weight(Integer state) {
            return Integer.BYTES;
        }

        @Override
        public Optional<Snapshot> snapshot(String aggregateId, long atMostSequence, Instant atMostLatest) {
            return snapshots.headMap(atMostSequence, true).descendingMap().values().stream()
                    .filter(one -> !one.latest().isAfter(atMostLatest))
                    .findFirst();
        }

        @Override
        public Optional<Integer> open(Snapshot snapshot) {
            String text = text(snapshot.state());
            return text.equals("broken") ? Optional.empty() : Optional.of(Integer.valueOf(text));
        }

        void keep(long sequence, String state) {
            snapshots.put(
                    sequence,
                    new Snapshot(ID, sequence, "hashes", START.plusSeconds(sequence), START, Payload.json(state)));
        }

        private static String text(Payload payload) {
            return new String(payload.bytes(), StandardCharsets.UTF_8);
        }
    }

    @BeforeEach
    void open() {
        storage = filled("a.db", EVENTS);
        log = new ReadLog(storage.log());
    }

    @AfterEach
    void close() {
        storage.close();
    }

    private Storage filled(String name, int events) {
        Storage filled = Storage.open("sqlite:" + folder.resolve(name));
        List<NewEvent> batch = new ArrayList<>();
        for (int i = 1; i <= events; i++) {
            batch.add(event(name, i));
            if (batch.size() == 1_000 || i == events) {
                assertThat(filled.log().append(Append.of(batch))).isInstanceOf(AppendResult.Stored.class);
                batch.clear();
            }
        }
        return filled;
    }

    private static NewEvent event(String name, int number) {
        return NewEvent.of(
                UUID.randomUUID(),
                ID,
                EventType.of("read"),
                Payload.json("\"" + name + number + "\""),
                START.plusSeconds(number));
    }

    private Course<Integer> course() {
        return new Course<>(log, rules, rules, recent, timings);
    }

    /** By a course that has nothing to go on from. */
    private int folded(long sequence) {
        return new Course<>(storage.log(), new Hashes(), "nobody's", new RecentStates(1 << 20), new Timings())
                .upTo(ID, sequence)
                .state();
    }

    @Test
    void wherever_one_looks_and_in_whatever_order_the_state_is_the_one_of_all_events_up_to_there() {
        Random random = new Random(11);
        for (int i = 0; i < 30; i++) {
            long sequence = i % 5 == 4 ? Long.MAX_VALUE : random.nextInt(EVENTS + 100);
            assertThat(course().upTo(ID, sequence).state())
                    .as("the state after %d", sequence)
                    .isEqualTo(folded(sequence));
            storage.log().append(Append.of(event("later", i)));
        }
        assertThat(timings.timing().count()).isEqualTo(30);
    }

    @Test
    void the_next_look_reads_few_events() {
        course().upTo(ID, Long.MAX_VALUE);
        assertThat(log.read()).isEqualTo(EVENTS);
        course().upTo(ID, Long.MAX_VALUE);
        assertThat(log.read())
                .as("the last event, to see that it is the same one")
                .isEqualTo(1);
        course().upTo(ID, 5_000);
        assertThat(log.read()).as("from the nearest state of the first look").isBetween(100L, 2_100L);
        course().upTo(ID, 5_010);
        assertThat(log.read()).isEqualTo(11);
    }

    @Test
    void what_had_happened_by_a_time_is_gone_on_to_from_a_state_with_nothing_later_in_it() {
        Instant time = START.plusSeconds(5_000);
        assertThat(course().asOf(ID, time)).isEmpty();
        course().upTo(ID, Long.MAX_VALUE);
        storage.log().append(Append.of(event("late", 4_999)));
        log.read();
        int late = rules.apply(folded(5_000), last());
        assertThat(course().asOf(ID, time).orElseThrow().state()).isEqualTo(late);
        assertThat(log.read()).isLessThan(2_100);
        rules.keep(4_990, Integer.toString(folded(4_990)));
        assertThat(course().asOf(ID, time)).as("the snapshot is nearer").isEmpty();
    }

    private StoredEvent last() {
        try (EventCursor events =
                storage.log().read(Query.aggregate(ID), Range.newestFirst().limit(1))) {
            return events.next();
        }
    }

    @Test
    void what_was_folded_of_another_history_is_not_gone_on_from() {
        course().upTo(ID, Long.MAX_VALUE);
        try (Storage other = filled("b.db", EVENTS + 10)) {
            log.replaceBy(other.log());
            int state = course().upTo(ID, 4_000).state();
            storage.close();
            storage = other;
            assertThat(state).isEqualTo(folded(4_000));
            assertThat(course().upTo(ID, Long.MAX_VALUE).state()).isEqualTo(folded(Long.MAX_VALUE));
        }
    }

    @Test
    void a_snapshot_that_is_nearer_is_gone_on_from_and_one_that_cannot_be_read_is_passed_over() {
        rules.keep(8_000, Integer.toString(folded(8_000)));
        rules.keep(8_900, "broken");
        assertThat(course().upTo(ID, Long.MAX_VALUE).state()).isEqualTo(folded(Long.MAX_VALUE));
        assertThat(log.read()).isEqualTo(1_000);
        rules.keep(8_999, Integer.toString(folded(8_999)));
        course().upTo(ID, 8_999);
        assertThat(log.read()).isZero();
    }

    @Test
    void what_snapshots_lead_to_is_told_apart_from_what_was_folded_lately() {
        course().upTo(ID, Long.MAX_VALUE);
        rules.keep(8_999, "7");
        assertThat(course().upTo(ID, Long.MAX_VALUE).state()).isEqualTo(folded(Long.MAX_VALUE));
        assertThat(course().fromSnapshot(ID, EVENTS).state()).isNotEqualTo(folded(Long.MAX_VALUE));
        assertThat(course().anew(ID).state()).isEqualTo(folded(Long.MAX_VALUE));
    }
}
