package dev.daybook.examples.desk.trade;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.daybook.examples.desk.Side;
import dev.daybook.examples.desk.trade.TradeEvent.TradeExecuted;
import dev.daybook.examples.desk.trade.TradeRejection.AlreadyExecuted;
import dev.daybook.examples.desk.trade.TradeState.Executed;
import dev.daybook.testkit.scenario.Scenario;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class TradeTest {

    private static final ExecuteTrade EXECUTE =
            new ExecuteTrade("order_1", "AMZN", Side.SELL, n("40"), n("10.40"), "NSDQ");
    private static final TradeExecuted EXECUTED = executed("416.00");

    private final Scenario<ExecuteTrade, TradeState, TradeEvent, TradeRejection> trade = Scenario.of(new Trade());

    @Test
    void the_value_is_quantity_times_price() {
        trade.given().when(EXECUTE).then(EXECUTED).thenState(new Executed(EXECUTED));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> executed("416.01"))
                .withMessage("value 416.01 of a trade is not quantity 40 times price 10.40");
    }

    @Test
    void a_trade_is_executed_once() {
        trade.given(EXECUTED).when(EXECUTE).thenRejected(new AlreadyExecuted());
    }

    private static TradeExecuted executed(String value) {
        return new TradeExecuted("order_1", "AMZN", Side.SELL, n("40"), n("10.40"), n(value), "NSDQ");
    }

    private static BigDecimal n(String number) {
        return new BigDecimal(number);
    }
}
