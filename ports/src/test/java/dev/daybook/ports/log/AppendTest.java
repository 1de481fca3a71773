package dev.daybook.ports.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Payload;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AppendTest {

    private static NewEvent event(long id) {
        return NewEvent.of(new UUID(0, id), "order_1", EventType.of("placed"), Payload.json("{}"), Instant.EPOCH);
    }

    @Test
    void an_append_without_events_is_refused() {
        assertThatThrownBy(Append::of).hasMessageContaining("without events");
    }

    @Test
    void two_events_of_one_id_are_refused() {
        assertThatThrownBy(() -> Append.of(event(1), event(2), event(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(new UUID(0, 1).toString());
    }

    @Test
    void an_append_keeps_its_own_copy() {
        List<NewEvent> events = new ArrayList<>(List.of(event(1)));
        Append append = Append.of(events);
        events.clear();
        assertThat(append.events()).containsExactly(event(1));
    }

    @Test
    void conditions_are_kept_in_the_order_they_were_given() {
        Condition first = Condition.mustNotExist("order_1");
        Condition second = Condition.noneMatchingAfter(Query.all(), 3);
        Append plain = Append.of(event(1));
        assertThat(plain.onlyIf(first).onlyIf(second).conditions()).containsExactly(first, second);
        assertThat(plain.conditions()).isEmpty();
    }

    @Test
    void what_must_not_exist_is_expected_at_sequence_zero() {
        assertThat(Condition.mustNotExist("order_1")).isEqualTo(Condition.expectedSequence("order_1", 0));
    }

    @Test
    void negative_expectations_are_refused() {
        assertThatThrownBy(() -> Condition.expectedSequence("order_1", -1)).hasMessageContaining("order_1");
        assertThatThrownBy(() -> Condition.noneMatchingAfter(Query.all(), -1)).hasMessageContaining("-1");
    }

    @Test
    void a_conflict_says_what_was_expected_and_what_was_found() {
        assertThat(new AppendResult.Conflict(Condition.expectedSequence("order_1", 2), 5).describe())
                .isEqualTo("expected order_1 at sequence 2, found it at 5");
        assertThat(new AppendResult.Conflict(Condition.noneMatchingAfter(Query.types("placed"), 2), 5).describe())
                .isEqualTo("expected nothing that matches type placed after position 2, found position 5");
    }
}
