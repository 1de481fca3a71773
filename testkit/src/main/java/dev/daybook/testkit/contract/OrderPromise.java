package dev.daybook.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Positions are 1 to n in commit order, and no gap ever shows. */
abstract class OrderPromise extends Suite {

    private static final int WRITERS = 64;
    private static final int APPENDS = 16;

    @Test
    void a_new_log_is_empty() {
        assertThat(log().head()).isZero();
        assertThat(all()).isEmpty();
        assertThat(read(Query.all(), Range.newestFirst())).isEmpty();
    }

    @Test
    void positions_are_counted_from_one_in_the_order_of_the_appends() {
        List<StoredEvent> first = append(Samples.event("order_1"), Samples.event("order_2"));
        List<StoredEvent> second = append(Samples.event("order_1"));
        assertThat(Results.positions(first)).containsExactly(1L, 2L);
        assertThat(Results.positions(second)).containsExactly(3L);
        assertThat(Results.positions(all())).containsExactly(1L, 2L, 3L);
    }

    @Test
    void the_head_is_the_position_of_the_last_event() {
        append(Samples.events(3, "order_1"));
        assertThat(log().head()).isEqualTo(3);
        append(Samples.events(2, "order_2"));
        assertThat(log().head()).isEqualTo(5);
    }

    @Test
    void an_append_can_be_read_by_everybody_as_soon_as_it_has_returned() {
        Crew.of(Crew.PLATFORM, 8, writer -> {
                    for (int n = 0; n < APPENDS; n++) {
                        List<StoredEvent> stored = append(Samples.events(2, "order_" + writer));
                        long last = stored.getLast().position();
                        assertThat(log().head()).isGreaterThanOrEqualTo(last);
                        assertThat(read(Query.all(), Range.all().after(last - 2).upTo(last)))
                                .isEqualTo(stored);
                    }
                })
                .join();
    }

    @Test
    void readers_never_see_a_gap_while_sixty_four_platform_threads_write() {
        readersNeverSeeAGap(Crew.PLATFORM);
    }

    @Test
    void readers_never_see_a_gap_while_sixty_four_virtual_threads_write() {
        readersNeverSeeAGap(Crew.VIRTUAL);
    }

    private void readersNeverSeeAGap(ThreadFactory threads) {
        AtomicBoolean writing = new AtomicBoolean(true);
        // Readers that never wait would keep the few carriers of virtual threads to themselves.
        Crew followers = Crew.of(Crew.PLATFORM, 2, n -> follow(writing));
        Crew others = Crew.of(Crew.PLATFORM, 1, n -> readBothWays(writing));
        try {
            Crew.of(threads, WRITERS, this::write).join();
        } finally {
            writing.set(false);
        }
        followers.join();
        others.join();
        long events = (long) WRITERS * APPENDS * 2;
        assertThat(log().head()).isEqualTo(events);
        assertThat(Results.positions(all()))
                .isEqualTo(LongStream.rangeClosed(1, events).boxed().toList());
    }

    private void write(int writer) {
        for (int n = 0; n < APPENDS; n++) {
            append(Samples.events(n % 2 == 0 ? 3 : 1, "order_" + writer % 7));
        }
    }

    /** A subscriber: what comes next must be the next position, always. */
    private void follow(AtomicBoolean writing) {
        long seen = 0;
        boolean more = true;
        while (more) {
            more = writing.get();
            try (EventCursor cursor = log().read(Query.all(), Range.all().after(seen))) {
                while (cursor.hasNext()) {
                    seen++;
                    assertThat(cursor.next().position()).as("the next position").isEqualTo(seen);
                }
            }
        }
        assertThat(seen).as("events seen at the end").isEqualTo(log().head());
    }

    private void readBothWays(AtomicBoolean writing) {
        while (writing.get()) {
            long head = log().head();
            assertThat(read(Query.all(), Range.all().upTo(head)))
                    .as("everything up to the head")
                    .hasSize((int) head);
            List<Long> newest =
                    Results.positions(read(Query.all(), Range.newestFirst().limit(100)));
            long top = newest.isEmpty() ? 0 : newest.getFirst();
            assertThat(top).as("the newest position").isGreaterThanOrEqualTo(head);
            assertThat(newest)
                    .isEqualTo(LongStream.range(0, newest.size())
                            .map(back -> top - back)
                            .boxed()
                            .toList());
        }
    }
}
