package dev.daybook.examples.desk.order;

import dev.daybook.examples.desk.Side;
import java.math.BigDecimal;

/** What is known of an order. */
public sealed interface OrderState {

    /** How far a placed order has come. */
    enum Status {
        /** It can still be filled. */
        OPEN,
        /** All of it was traded. */
        FILLED,
        /** What was left of it was taken back. */
        CANCELLED
    }

    /** Nobody has placed it yet. */
    record NotPlaced() implements OrderState {}

    /** It was placed; {@code value} is what the fills came to in money. */
    record Placed(
            Status status,
            String walletId,
            String symbol,
            Side side,
            BigDecimal quantity,
            BigDecimal limitPrice,
            BigDecimal filled,
            BigDecimal value)
            implements OrderState {

        /** What can still be filled or cancelled. */
        public BigDecimal remaining() {
            return quantity.subtract(filled);
        }

        Placed filledBy(BigDecimal fill, BigDecimal price, BigDecimal left) {
            return new Placed(
                    left.signum() == 0 ? Status.FILLED : Status.OPEN,
                    walletId,
                    symbol,
                    side,
                    quantity,
                    limitPrice,
                    filled.add(fill),
                    value.add(fill.multiply(price)));
        }

        Placed cancelled() {
            return new Placed(Status.CANCELLED, walletId, symbol, side, quantity, limitPrice, filled, value);
        }
    }
}
