package dev.daybook.examples.life;

import dev.daybook.examples.desk.order.OrderCommand;
import dev.daybook.examples.desk.position.PositionCommand;
import java.math.BigDecimal;

/** What the life of a trade asks for, and of whom. */
public sealed interface LifeCommand {

    /** Of an account. */
    record OfAccount(AccountCommand command) implements LifeCommand {}

    /** Of the order. */
    record OfOrder(OrderCommand command) implements LifeCommand {}

    /** Of the position. */
    record OfPosition(PositionCommand command) implements LifeCommand {}

    /** Of the market: to fill the order at once, to refuse it, or to keep it waiting. */
    record OfMarket(BigDecimal quantity, BigDecimal limitPrice) implements LifeCommand {}
}
