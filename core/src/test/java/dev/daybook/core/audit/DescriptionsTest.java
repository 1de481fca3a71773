package dev.daybook.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.Sensitive;
import dev.daybook.ports.event.StoredEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DescriptionsTest {

    record OrderPlaced(String symbol, BigDecimal entryPrice, Optional<String> note) {}

    record LoggedIn(String user, @Sensitive String password) {}

    record Nothing() {}

    private static final OrderPlaced PLACED = new OrderPlaced("BTC-USD", new BigDecimal("2.50"), Optional.empty());

    @Test
    void an_event_is_described_by_its_type_and_its_components() {
        assertThat(describe(Descriptions.generic(), PLACED))
                .isEqualTo("Order placed: symbol BTC-USD, entry price 2.50, note none");
        assertThat(describe(Descriptions.generic(), new Nothing())).isEqualTo("Order placed");
    }

    @Test
    void what_is_sensitive_is_masked() {
        assertThat(describe(Descriptions.generic(), new LoggedIn("bob", "secret")))
                .isEqualTo("Order placed: user bob, password ***");
    }

    @Test
    void words_of_the_users_come_first_and_are_for_their_class_only() {
        Descriptions own =
                Descriptions.generic().with(OrderPlaced.class, placed -> "Somebody wants " + placed.symbol());

        assertThat(describe(own, PLACED)).isEqualTo("Somebody wants BTC-USD");
        assertThat(describe(own, new LoggedIn("bob", ""))).startsWith("Order placed: user bob");
        assertThat(describe(Descriptions.generic(), PLACED)).doesNotContain("Somebody");
    }

    @Test
    void words_that_fail_do_not_hide_the_event() {
        Descriptions failing = Descriptions.generic()
                .with(OrderPlaced.class, placed -> placed.note().orElseThrow());

        assertThat(describe(failing, PLACED))
                .startsWith("Order placed: symbol BTC-USD")
                .contains("its description failed");
    }

    @Test
    void several_objects_are_described_one_after_the_other_and_none_by_the_type() {
        assertThat(describe(Descriptions.generic(), new Nothing(), new LoggedIn("bob", "x")))
                .isEqualTo("Order placed; Order placed: user bob, password ***");
        assertThat(describe(Descriptions.generic())).isEqualTo("Order placed");
    }

    private static String describe(Descriptions descriptions, Object... decoded) {
        EventType type = EventType.of("order_placed");
        NewEvent event = NewEvent.of(new UUID(0, 1), "order_1", type, Payload.json("{}"), Instant.EPOCH);
        return descriptions.describe(new StoredEvent(1, 1, Instant.EPOCH, event), List.of(decoded));
    }
}
