package dev.daybook.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.Condition;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.storage.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** An append is one or more events, of one or more aggregates, taken whole or not at all. */
abstract class AtomicPromise extends Suite {

    private static final int EVENTS = 5;

    @Test
    void an_append_of_several_aggregates_is_taken_whole_and_in_its_order() {
        List<NewEvent> events = List.of(
                Samples.event("order_1"),
                Samples.event("wallet_1"),
                Samples.event("order_2"),
                Samples.event("order_1"));
        assertThat(Results.handedOver(append(events))).isEqualTo(events);
        assertThat(Results.handedOver(all())).isEqualTo(events);
    }

    @Test
    void a_large_append_is_taken_to_its_last_event() {
        List<NewEvent> events = Samples.events(2_500, "order_1");
        assertThat(append(events)).hasSize(2_500);
        assertThat(Results.handedOver(all())).isEqualTo(events);
    }

    @Test
    void a_conflict_of_one_aggregate_keeps_the_others_out_too() {
        append(Samples.event("order_2"));
        Condition fails = Condition.mustNotExist("order_2");
        Append append = Append.of(Samples.event("order_1"), Samples.event("order_2"))
                .onlyIf(Condition.mustNotExist("order_1"))
                .onlyIf(fails);
        Results.conflict(log().append(append), fails, 1);
        assertThat(read(Query.aggregate("order_1"), Range.all())).isEmpty();
        assertThat(log().head()).isEqualTo(1);
    }

    @Test
    void a_conflict_leaves_nothing_behind_that_a_later_append_would_show() {
        append(Samples.event("order_1"));
        Condition fails = Condition.mustNotExist("order_1");
        Results.conflict(log().append(Append.of(Samples.event("order_1")).onlyIf(fails)), fails, 1);
        StoredEvent next = append(Samples.event("order_1")).getFirst();
        assertThat(next.position()).isEqualTo(2);
        assertThat(next.sequence()).isEqualTo(2);
        assertThat(all()).hasSize(2);
    }

    @Test
    void a_reused_id_in_the_middle_keeps_all_events_out() {
        StoredEvent stored = append(Samples.event("order_1")).getFirst();
        Refusals.idReused(log(), Samples.event("order_2"), stored.event(), Samples.event("order_3"));
        assertThat(all()).containsExactly(stored);
    }

    @Test
    void an_event_too_large_at_the_end_keeps_all_events_out() {
        Limits limits = storage.description().limits();
        List<NewEvent> events = new ArrayList<>(Samples.events(3, "order_1"));
        events.add(Samples.event("order_2", Payload.json(new byte[limits.payloadBytes() + 1])));
        Refusals.tooLarge(log(), Append.of(events));
        assertThat(all()).isEmpty();
    }

    @Test
    void readers_never_see_a_part_of_an_append() {
        AtomicBoolean writing = new AtomicBoolean(true);
        Crew readers = Crew.of(Crew.PLATFORM, 2, n -> {
            while (writing.get()) {
                assertThat(all().size() % EVENTS)
                        .as("events of an append not whole")
                        .isZero();
                assertThat(read(Query.all(), Range.newestFirst()).size() % EVENTS)
                        .isZero();
                assertThat(log().head() % EVENTS).isZero();
            }
        });
        try {
            Crew.of(Crew.PLATFORM, 16, writer -> {
                        for (int n = 0; n < 20; n++) {
                            append(groupOf(writer));
                        }
                    })
                    .join();
        } finally {
            writing.set(false);
        }
        readers.join();
        assertThat(log().head()).isEqualTo(16 * 20 * EVENTS);
    }

    private static List<NewEvent> groupOf(int writer) {
        List<NewEvent> events = new ArrayList<>();
        for (int n = 0; n < EVENTS; n++) {
            events.add(Samples.event("order_" + (writer + n) % 9));
        }
        return events;
    }
}
