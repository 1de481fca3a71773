package dev.daybook.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Per aggregate 1 to n, no gap, no repeat, in position order. */
abstract class SequencePromise extends Suite {

    @Test
    void every_aggregate_is_counted_from_one_on_its_own() {
        append(Samples.event("order_1"));
        append(Samples.event("order_2"));
        append(Samples.event("order_1"));
        assertThat(Results.sequences(all())).containsExactly(1L, 1L, 2L);
    }

    @Test
    void events_of_one_aggregate_in_one_append_are_counted_on() {
        append(Samples.event("order_1"));
        List<StoredEvent> stored = append(
                Samples.event("order_1"), Samples.event("order_2"), Samples.event("order_1"), Samples.event("order_2"));
        assertThat(Results.sequences(stored)).containsExactly(2L, 1L, 3L, 2L);
        assertThat(Results.sequences(read(Query.aggregate("order_1"), Range.all())))
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void what_is_read_has_the_sequence_the_append_answered() {
        List<StoredEvent> stored =
                append(Samples.event("order_1"), Samples.event("order_1"), Samples.event("wallet_1"));
        assertThat(all()).isEqualTo(stored);
    }

    @Test
    void a_refused_append_uses_up_no_sequence() {
        StoredEvent first = append(Samples.event("order_1")).getFirst();
        Refusals.idReused(log(), Samples.event("order_1"), first.event());
        assertThat(append(Samples.event("order_1")).getFirst().sequence()).isEqualTo(2);
    }

    @Test
    void sequences_have_no_gap_and_no_repeat_after_sixty_four_writers() {
        Crew.of(Crew.VIRTUAL, 64, writer -> {
                    for (int n = 0; n < 12; n++) {
                        append(Samples.event("order_" + n % 5), Samples.event("order_" + (n + writer) % 5));
                    }
                })
                .join();
        Map<String, Long> last = new HashMap<>();
        for (StoredEvent event : all()) {
            long expected = last.merge(event.aggregateId(), 1L, Long::sum);
            assertThat(event.sequence()).as("sequence of %s", event).isEqualTo(expected);
        }
        assertThat(last.values())
                .as("events of the five aggregates")
                .hasSize(5)
                .satisfies(counts -> assertThat(
                                counts.stream().mapToLong(Long::longValue).sum())
                        .isEqualTo(64 * 12 * 2));
    }
}
