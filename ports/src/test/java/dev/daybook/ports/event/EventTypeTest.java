package dev.daybook.ports.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EventTypeTest {

    record OrderPlaced() {}

    record HTTPCallMade() {}

    record A() {}

    record Order2Placed() {}

    @EventName(version = 2)
    record OrderFilled() {}

    @EventName(value = "order_gone", version = 3)
    record OrderCancelled() {}

    @Test
    void a_class_is_named_in_snake_case() {
        assertThat(EventType.of(OrderPlaced.class)).isEqualTo(new EventType("order_placed", 1));
        assertThat(EventType.of(HTTPCallMade.class)).isEqualTo(EventType.of("http_call_made"));
        assertThat(EventType.of(A.class)).isEqualTo(EventType.of("a"));
        assertThat(EventType.of(Order2Placed.class)).isEqualTo(EventType.of("order2_placed"));
    }

    @Test
    void an_annotation_gives_another_name_or_version() {
        assertThat(EventType.of(OrderFilled.class)).isEqualTo(new EventType("order_filled", 2));
        assertThat(EventType.of(OrderCancelled.class)).isEqualTo(new EventType("order_gone", 3));
    }

    @Test
    void a_type_without_a_name_or_below_version_one_is_refused() {
        assertThatThrownBy(() -> EventType.of("")).hasMessageContaining("event type is empty");
        assertThatThrownBy(() -> new EventType("x", 0)).hasMessageContaining("below 1");
    }

    @Test
    void a_version_is_shown_from_the_second_on() {
        assertThat(EventType.of("order_placed")).hasToString("order_placed");
        assertThat(new EventType("order_placed", 2)).hasToString("order_placed v2");
    }
}
