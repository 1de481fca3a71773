package dev.daybook.examples.desk.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.core.Daybook;
import dev.daybook.core.context.Context;
import dev.daybook.core.journal.Journal;
import dev.daybook.core.repository.Repository;
import dev.daybook.examples.desk.Side;
import dev.daybook.examples.desk.order.OrderCommand;
import dev.daybook.examples.desk.order.OrderCommand.CancelOrder;
import dev.daybook.examples.desk.order.OrderCommand.FillOrder;
import dev.daybook.examples.desk.order.OrderCommand.PlaceOrder;
import dev.daybook.examples.desk.order.OrderEvent;
import dev.daybook.examples.desk.order.OrderRejection;
import dev.daybook.examples.desk.order.OrderState;
import dev.daybook.jackson.JacksonCodec;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.storage.Storage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OtherLimitTest {

    private static final Context ALICE = Context.by("alice").at(Instant.parse("2026-11-27T09:00:00Z"));

    private final Storage storage = Storage.open("h2:mem:");
    private final Daybook daybook = Daybook.builder(storage, JacksonCodec.of(OrderEvent.class, OrderCommand.class))
            .closesStorage()
            .build();
    private final Journal<OrderCommand> journal = daybook.journal(OrderCommand.class);

    /** A day under a limit of 250,000. */
    @BeforeEach
    void trade_for_a_day() {
        Repository<OrderCommand, OrderState, OrderEvent, OrderRejection> orders =
                daybook.repository(new LimitedOrder(new BigDecimal("250000")), journal);
        orders.execute("order_1", place("1", "65000"), ALICE);
        orders.execute("order_2", place("3", "65000"), ALICE);
        orders.execute("order_3", place("5", "65000"), ALICE);
        orders.execute("order_2", new FillOrder("trade_1", BigDecimal.ONE, new BigDecimal("64900")), ALICE);
        orders.execute("order_1", new CancelOrder("the day is over"), ALICE);
    }

    @AfterEach
    void close() {
        daybook.close();
    }

    private static PlaceOrder place(String quantity, String price) {
        return new PlaceOrder("wallet_1", "BTC", Side.BUY, new BigDecimal(quantity), new BigDecimal(price));
    }

    @Test
    void a_lower_limit_rejects_what_was_placed_and_leaves_the_state_before_it() {
        // snippet:what-if
        List<String> lines = OtherLimit.report(daybook, journal, Range.all(), new BigDecimal("100000"));
        assertThat(lines)
                .startsWith(
                        "order_2, 2026-11-27T09:00:00Z: PlaceOrder[walletId=wallet_1, symbol=BTC, side=buy, quantity=3, limitPrice=65000]",
                        "  was:   order to buy 3 BTC at 65000 or better, settled in wallet_1",
                        "  would: an order worth 195000 exceeds the risk limit of 100000; place a smaller one");
        // end
        assertThat(lines).hasSize(4);
        assertThat(lines.getLast()).startsWith("  state: Placed[status=OPEN").endsWith(", would be NotPlaced[]");
    }

    @Test
    void a_higher_limit_places_what_was_rejected() {
        List<String> lines = OtherLimit.report(daybook, journal, Range.all(), new BigDecimal("400000"));
        assertThat(lines).hasSize(4);
        assertThat(lines.getFirst()).startsWith("order_3, ").contains("quantity=5");
        assertThat(lines.get(1)).startsWith("  was:   rejected, ").contains("325000", "250000");
        assertThat(lines.get(2)).contains("order to buy 5 BTC at 65000");
        assertThat(lines.get(3)).startsWith("  state: NotPlaced[], would be Placed[status=OPEN");
    }

    @Test
    void what_differs_is_told_in_the_order_of_the_day_and_nothing_is_written() {
        long head = storage.log().head();
        List<String> lines = OtherLimit.report(daybook, journal, Range.all(), BigDecimal.ONE);
        assertThat(lines).hasSize(8);
        assertThat(lines.getFirst()).startsWith("order_1, ");
        assertThat(lines.get(4)).startsWith("order_2, ");
        assertThat(storage.log().head()).isEqualTo(head);
    }

    @Test
    void the_same_limit_changes_nothing() {
        assertThat(OtherLimit.report(daybook, journal, Range.all(), new BigDecimal("250000")))
                .isEmpty();
    }
}
