package dev.daybook.examples.desk.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.daybook.examples.desk.Side;
import dev.daybook.examples.desk.order.OrderCommand.CancelOrder;
import dev.daybook.examples.desk.order.OrderCommand.FillOrder;
import dev.daybook.examples.desk.order.OrderCommand.PlaceOrder;
import dev.daybook.examples.desk.order.OrderEvent.OrderCancelled;
import dev.daybook.examples.desk.order.OrderEvent.OrderFilled;
import dev.daybook.examples.desk.order.OrderEvent.OrderPlaced;
import dev.daybook.examples.desk.order.OrderRejection.AlreadyCancelled;
import dev.daybook.examples.desk.order.OrderRejection.AlreadyFilled;
import dev.daybook.examples.desk.order.OrderRejection.AlreadyPlaced;
import dev.daybook.examples.desk.order.OrderRejection.BeyondQuantity;
import dev.daybook.examples.desk.order.OrderRejection.NoSuchOrder;
import dev.daybook.examples.desk.order.OrderRejection.WorseThanLimit;
import dev.daybook.examples.desk.order.OrderState.Placed;
import dev.daybook.examples.desk.order.OrderState.Status;
import dev.daybook.ports.event.Tag;
import dev.daybook.testkit.scenario.Scenario;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class OrderTest {

    private static final OrderPlaced PLACED = new OrderPlaced("wallet_a", "AMZN", Side.BUY, n("100"), n("10.50"));
    private static final PlaceOrder PLACE = new PlaceOrder("wallet_a", "AMZN", Side.BUY, n("100"), n("10.50"));
    private static final OrderFilled FORTY = new OrderFilled("trade_1", n("40"), n("10.40"), n("60"));
    private static final OrderFilled SIXTY = new OrderFilled("trade_2", n("60"), n("10.50"), n("0"));

    private final Scenario<OrderCommand, OrderState, OrderEvent, OrderRejection> order = Scenario.of(new Order());

    @Test
    void a_new_order_is_placed_and_open() {
        order.given()
                .when(PLACE)
                .then(PLACED)
                .thenState(new Placed(Status.OPEN, "wallet_a", "AMZN", Side.BUY, n("100"), n("10.50"), n("0"), n("0")));
    }

    @Test
    void an_order_is_placed_once() {
        order.given(PLACED).when(PLACE).thenRejected(new AlreadyPlaced());
    }

    @Test
    void a_partial_fill_leaves_the_rest_open() {
        order.given(PLACED)
                .when(new FillOrder("trade_1", n("40"), n("10.40")))
                .then(FORTY)
                .thenState(new Placed(
                        Status.OPEN, "wallet_a", "AMZN", Side.BUY, n("100"), n("10.50"), n("40"), n("416.00")));
    }

    @Test
    void the_last_fill_ends_the_order() {
        order.given(PLACED, FORTY)
                .when(new FillOrder("trade_2", n("60"), n("10.50")))
                .then(SIXTY)
                .thenState(new Placed(
                        Status.FILLED, "wallet_a", "AMZN", Side.BUY, n("100"), n("10.50"), n("100"), n("1046.00")));
    }

    @Test
    void no_fill_goes_beyond_the_quantity() {
        order.given(PLACED, FORTY)
                .when(new FillOrder("trade_2", n("60.01"), n("10.50")))
                .thenRejected(new BeyondQuantity(n("60.01"), n("60")));
    }

    @Test
    void no_fill_is_worse_than_the_limit_on_either_side() {
        order.given(PLACED)
                .when(new FillOrder("trade_1", n("1"), n("10.51")))
                .thenRejected(new WorseThanLimit(Side.BUY, n("10.51"), n("10.50")));
        OrderPlaced sale = new OrderPlaced("wallet_a", "AMZN", Side.SELL, n("100"), n("10.50"));
        order.given(sale)
                .when(new FillOrder("trade_1", n("1"), n("10.49")))
                .thenRejected(new WorseThanLimit(Side.SELL, n("10.49"), n("10.50")));
        order.given(sale)
                .when(new FillOrder("trade_1", n("1"), n("10.51")))
                .then(new OrderFilled("trade_1", n("1"), n("10.51"), n("99")));
    }

    @Test
    void cancelling_takes_back_what_is_left() {
        order.given(PLACED, FORTY)
                .when(new CancelOrder("end of day"))
                .then(new OrderCancelled(n("60"), "end of day"))
                .thenState(new Placed(
                        Status.CANCELLED, "wallet_a", "AMZN", Side.BUY, n("100"), n("10.50"), n("40"), n("416.00")));
    }

    @Test
    void a_filled_order_is_neither_cancelled_nor_filled() {
        order.given(PLACED, FORTY, SIXTY).when(new CancelOrder("too late")).thenRejected(new AlreadyFilled());
        order.given(PLACED, FORTY, SIXTY)
                .when(new FillOrder("trade_3", n("1"), n("10.50")))
                .thenRejected(new AlreadyFilled());
    }

    @Test
    void a_cancelled_order_stays_so() {
        OrderCancelled cancelled = new OrderCancelled(n("100"), "end of day");
        order.given(PLACED, cancelled).when(new CancelOrder("again")).thenRejected(new AlreadyCancelled());
        order.given(PLACED, cancelled)
                .when(new FillOrder("trade_1", n("1"), n("10")))
                .thenRejected(new AlreadyCancelled());
    }

    @Test
    void an_order_that_nobody_placed_takes_nothing() {
        order.given().when(new FillOrder("trade_1", n("1"), n("10"))).thenRejected(new NoSuchOrder());
        order.given().when(new CancelOrder("no reason")).thenRejected(NoSuchOrder.class);
    }

    @Test
    void a_history_that_begins_in_the_middle_is_not_folded() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new Order().apply(new Order().initial(), FORTY))
                .withMessageContaining("does not begin with order_placed");
    }

    @Test
    void values_that_mean_nothing_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PlaceOrder("order_1", "AMZN", Side.BUY, n("1"), n("1")))
                .withMessage("wallet id order_1 does not read wallet_ and a name");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FillOrder("trade_1", n("0"), n("1")))
                .withMessage("quantity 0 is not above 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OrderFilled("trade_1", n("1"), n("1"), n("-1")))
                .withMessage("remaining quantity -1 is below 0");
        assertThatIllegalArgumentException().isThrownBy(() -> new CancelOrder(" "));
    }

    @Test
    void only_the_first_event_is_tagged_with_the_symbol() {
        assertThat(new Order().tags(PLACED)).containsExactly(Tag.of("symbol", "AMZN"));
        assertThat(new Order().tags(FORTY)).isEmpty();
    }

    @Test
    void rejections_say_what_to_do() {
        assertThat(new BeyondQuantity(n("60.01"), n("60")).describe())
                .isEqualTo("a fill of 60.01 exceeds the 60 that are left; fill at most that");
        assertThat(new WorseThanLimit(Side.SELL, n("1"), n("2")).describe())
                .isEqualTo("a price of 1 is worse than the limit 2 of this order to sell");
    }

    private static BigDecimal n(String number) {
        return new BigDecimal(number);
    }
}
