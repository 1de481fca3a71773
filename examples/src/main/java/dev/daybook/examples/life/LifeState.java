package dev.daybook.examples.life;

import dev.daybook.examples.desk.order.OrderEvent.OrderPlaced;
import dev.daybook.examples.desk.position.Direction;
import dev.daybook.examples.desk.position.PositionCommand.OpenPosition;
import java.math.BigDecimal;

/** How far a trade has come: what was ordered, what it has cost when that is known, and why it came to nothing if it did. */
public record LifeState(
        Step step,
        String walletId,
        String symbol,
        BigDecimal quantity,
        BigDecimal limitPrice,
        BigDecimal cost,
        String why) {

    /** The steps of a trade. */
    public enum Step {
        /** Nothing is known of it. */
        NEW,
        /** Money is asked for. */
        RESERVING,
        /** The market has it. */
        AT_MARKET,
        /** Money is given back. */
        RELEASING,
        /** The position is being opened. */
        FILLED,
        /** The position is there, and is to be paid. */
        PAYING,
        /** The seller has the money. */
        SETTLED
    }

    static final LifeState NEW = new LifeState(Step.NEW, "", "", BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, "");

    static LifeState of(OrderPlaced order) {
        return new LifeState(
                Step.RESERVING,
                order.walletId(),
                order.symbol(),
                order.quantity(),
                order.limitPrice(),
                BigDecimal.ZERO,
                "");
    }

    /** What an order can cost at most. */
    static BigDecimal most(OrderPlaced order) {
        return order.quantity().multiply(order.limitPrice());
    }

    OpenPosition position(BigDecimal price) {
        return new OpenPosition(walletId, symbol, Direction.LONG, quantity, price);
    }

    LifeState at(Step next) {
        return new LifeState(next, walletId, symbol, quantity, limitPrice, cost, why);
    }

    LifeState filled(BigDecimal price) {
        return new LifeState(Step.FILLED, walletId, symbol, quantity, limitPrice, price.multiply(quantity), why);
    }

    LifeState cancelled(String reason) {
        return new LifeState(Step.RELEASING, walletId, symbol, quantity, limitPrice, cost, reason);
    }
}
