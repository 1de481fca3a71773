package dev.daybook.examples.desk.order;

import dev.daybook.examples.desk.Checks;
import dev.daybook.examples.desk.Side;
import java.math.BigDecimal;

/** What can be asked of an order. */
public sealed interface OrderCommand {

    /** Places the order. */
    record PlaceOrder(String walletId, String symbol, Side side, BigDecimal quantity, BigDecimal limitPrice)
            implements OrderCommand {

        /** Refuses what no order can say. */
        public PlaceOrder {
            Checks.id("wallet", walletId);
            Checks.filled("symbol", symbol);
            Checks.positive("quantity", quantity);
            Checks.positive("limit price", limitPrice);
        }
    }

    /** Fills the order, in part or to its end. */
    record FillOrder(String tradeId, BigDecimal quantity, BigDecimal price) implements OrderCommand {

        /** Refuses what no fill can say. */
        public FillOrder {
            Checks.id("trade", tradeId);
            Checks.positive("quantity", quantity);
            Checks.positive("price", price);
        }
    }

    /** Takes back what is left of the order. */
    record CancelOrder(String reason) implements OrderCommand {

        /** Refuses a cancellation without a reason. */
        public CancelOrder {
            Checks.filled("reason", reason);
        }
    }
}
