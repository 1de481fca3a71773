package dev.daybook.examples.desk.trade;

import dev.daybook.examples.desk.Checks;
import dev.daybook.examples.desk.Side;
import java.math.BigDecimal;

/** Executes a trade for an order: the one command a trade takes. */
public record ExecuteTrade(
        String orderId, String symbol, Side side, BigDecimal quantity, BigDecimal price, String counterparty) {

    /** Refuses what no trade can say. */
    public ExecuteTrade {
        Checks.id("order", orderId);
        Checks.filled("symbol", symbol);
        Checks.positive("quantity", quantity);
        Checks.positive("price", price);
        Checks.filled("counterparty", counterparty);
    }
}
