package dev.daybook.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Reads take constant memory; a reader never blocks a writer, nor a writer a reader. */
abstract class StreamingPromise extends Suite {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void a_million_events_pass_through_a_heap_of_64_mb_where_the_log_is_not_kept_in_it() throws Exception {
        whileOthersMayOpen(() -> {
            try (ChildJvm child = ChildJvm.start("million", fixture().url(folder))) {
                if (fixture().isPersistent()) {
                    assertThat(child.lines(1)).containsExactly(String.valueOf(ChildMain.MILLION));
                    assertThat(child.exitCode()).as(child.complaints()).isZero();
                } else {
                    assertThat(child.exitCode()).as(child.complaints()).isEqualTo(ChildJvm.OUT_OF_MEMORY);
                }
            }
        });
    }

    @Test
    void a_cursor_in_the_middle_blocks_no_writer_and_goes_on_afterwards() {
        append(Samples.events(8_000, "order_1"));
        List<Long> seen = new ArrayList<>();
        assertTimeoutPreemptively(PATIENCE, () -> {
            try (EventCursor cursor = log().read(Query.all(), Range.all())) {
                for (int n = 0; n < 10; n++) {
                    seen.add(cursor.next().position());
                }
                appendFromAnotherThread();
                cursor.forEachRemaining(event -> seen.add(event.position()));
            }
        });
        assertThat(seen.size()).isBetween(8_000, 8_001);
        assertThat(seen)
                .isEqualTo(LongStream.rangeClosed(1, seen.size()).boxed().toList());
        assertThat(log().head()).isEqualTo(8_001);
    }

    private void appendFromAnotherThread() {
        Crew.of(Crew.PLATFORM, 1, n -> append(Samples.event("order_2"))).join();
    }

    @Test
    void a_backwards_cursor_is_not_disturbed_by_what_is_appended_meanwhile() {
        append(Samples.events(6_000, "order_1"));
        List<Long> seen = new ArrayList<>();
        try (EventCursor cursor = log().read(Query.all(), Range.newestFirst())) {
            seen.add(cursor.next().position());
            append(Samples.events(10, "order_1"));
            cursor.forEachRemaining(event -> seen.add(event.position()));
        }
        assertThat(seen)
                .isEqualTo(
                        LongStream.range(0, 6_000).map(n -> 6_000 - n).boxed().toList());
    }

    @Test
    void two_hundred_cursors_left_in_the_middle_stop_neither_writers_nor_readers() {
        append(Samples.events(100, "order_1"));
        List<EventCursor> open = new ArrayList<>();
        assertTimeoutPreemptively(PATIENCE, () -> {
            for (int n = 0; n < 200; n++) {
                EventCursor cursor = log().read(Query.all(), Range.all());
                assertThat(cursor.next().position()).isEqualTo(1);
                open.add(cursor);
            }
            appendFromAnotherThread();
            assertThat(all()).hasSize(101);
        });
        for (EventCursor cursor : open) {
            assertThat(cursor.next().position()).isEqualTo(2);
            cursor.close();
        }
    }

    @Test
    void readers_get_their_answers_while_writers_never_pause() {
        append(Samples.events(500, "order_1"));
        AtomicBoolean reading = new AtomicBoolean(true);
        Crew writers = Crew.of(Crew.PLATFORM, 2, n -> {
            while (reading.get()) {
                append(Samples.events(200, "order_" + n));
            }
        });
        try {
            assertTimeoutPreemptively(PATIENCE, () -> {
                for (int n = 0; n < 20; n++) {
                    assertThat(read(Query.all(), Range.all().limit(500))).hasSize(500);
                }
            });
        } finally {
            reading.set(false);
        }
        writers.join();
    }

    @Test
    void events_stored_before_a_read_are_all_seen_by_it() {
        List<StoredEvent> stored = append(Samples.events(10, "order_1"));
        try (EventCursor cursor = log().read(Query.all(), Range.all())) {
            append(Samples.events(10, "order_2"));
            assertThat(cursor.stream().limit(10).toList()).isEqualTo(stored);
        }
    }

    @Test
    void a_cursor_at_its_end_says_so() {
        append(Samples.event("order_1"));
        try (EventCursor cursor = log().read(Query.all(), Range.all())) {
            assertThat(cursor.hasNext()).isTrue();
            assertThat(cursor.hasNext()).as("asked again").isTrue();
            cursor.next();
            assertThat(cursor.hasNext()).isFalse();
            assertThatThrownBy(cursor::next).isInstanceOf(NoSuchElementException.class);
        }
    }

    @Test
    void next_needs_no_question_before_it() {
        append(Samples.events(3, "order_1"));
        try (EventCursor cursor = log().read(Query.all(), Range.all())) {
            assertThat(List.of(
                            cursor.next().position(),
                            cursor.next().position(),
                            cursor.next().position()))
                    .containsExactly(1L, 2L, 3L);
        }
    }

    @Test
    void a_cursor_can_be_closed_early_and_twice() {
        append(Samples.events(3, "order_1"));
        EventCursor cursor = log().read(Query.all(), Range.all());
        cursor.next();
        cursor.close();
        cursor.close();
        try (Stream<StoredEvent> stream = log().read(Query.all(), Range.all()).stream()) {
            assertThat(stream.skip(1).findFirst()).map(StoredEvent::position).hasValue(2L);
        }
        assertThat(all()).hasSize(3);
    }

    @Test
    void many_threads_read_the_whole_log_at_once() {
        append(Samples.events(3_000, "order_1"));
        Crew.of(Crew.VIRTUAL, 32, n -> assertThat(all()).hasSize(3_000)).join();
    }
}
