package dev.daybook.examples.desk.order;

import static dev.daybook.examples.desk.Checks.plain;

import dev.daybook.examples.desk.Checks;
import dev.daybook.examples.desk.DeskEvent;
import dev.daybook.examples.desk.Side;
import java.math.BigDecimal;

/** What happens to an order. */
public sealed interface OrderEvent extends DeskEvent {

    @Override
    default String describe() {
        return switch (this) {
            case OrderPlaced placed ->
                "order to %s %s %s at %s or better, settled in %s"
                        .formatted(
                                placed.side,
                                plain(placed.quantity),
                                placed.symbol,
                                plain(placed.limitPrice),
                                placed.walletId);
            case OrderFilled fill ->
                "filled %s at %s by %s, %s left"
                        .formatted(plain(fill.quantity), plain(fill.price), fill.tradeId, plain(fill.remaining));
            case OrderCancelled cancelled ->
                "cancelled with %s left: %s".formatted(plain(cancelled.remaining), cancelled.reason);
        };
    }

    /** An order was accepted. */
    record OrderPlaced(String walletId, String symbol, Side side, BigDecimal quantity, BigDecimal limitPrice)
            implements OrderEvent {

        /** Refuses what no order can say. */
        public OrderPlaced {
            Checks.id("wallet", walletId);
            Checks.filled("symbol", symbol);
            Checks.positive("quantity", quantity);
            Checks.positive("limit price", limitPrice);
        }
    }

    /** A part of an order, or all that was left of it, was traded. */
    record OrderFilled(String tradeId, BigDecimal quantity, BigDecimal price, BigDecimal remaining)
            implements OrderEvent {

        /** Refuses what no fill can say. */
        public OrderFilled {
            Checks.id("trade", tradeId);
            Checks.positive("quantity", quantity);
            Checks.positive("price", price);
            Checks.notNegative("remaining quantity", remaining);
        }
    }

    /** What was left of an order was taken back. */
    record OrderCancelled(BigDecimal remaining, String reason) implements OrderEvent {

        /** Refuses what no cancellation can say. */
        public OrderCancelled {
            Checks.positive("remaining quantity", remaining);
            Checks.filled("reason", reason);
        }
    }
}
