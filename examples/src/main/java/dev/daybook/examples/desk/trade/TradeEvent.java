package dev.daybook.examples.desk.trade;

import static dev.daybook.examples.desk.Checks.plain;

import dev.daybook.examples.desk.Checks;
import dev.daybook.examples.desk.DeskEvent;
import dev.daybook.examples.desk.Side;
import java.math.BigDecimal;

/** What happens to a trade. */
public sealed interface TradeEvent extends DeskEvent {

    @Override
    default String describe() {
        return switch (this) {
            case TradeExecuted trade ->
                "%s: %s %s at %s, together %s, with %s"
                        .formatted(
                                trade.side == Side.BUY ? "bought" : "sold",
                                plain(trade.quantity),
                                trade.symbol,
                                plain(trade.price),
                                plain(trade.value),
                                trade.counterparty);
        };
    }

    /** An order met a counterparty; {@code value} is quantity times price. */
    record TradeExecuted(
            String orderId,
            String symbol,
            Side side,
            BigDecimal quantity,
            BigDecimal price,
            BigDecimal value,
            String counterparty)
            implements TradeEvent {

        /** Refuses what no trade can say. */
        public TradeExecuted {
            Checks.id("order", orderId);
            Checks.filled("symbol", symbol);
            Checks.positive("quantity", quantity);
            Checks.positive("price", price);
            Checks.filled("counterparty", counterparty);
            if (value.compareTo(quantity.multiply(price)) != 0) {
                throw new IllegalArgumentException("value " + plain(value) + " of a trade is not quantity "
                        + plain(quantity) + " times price " + plain(price));
            }
        }
    }
}
