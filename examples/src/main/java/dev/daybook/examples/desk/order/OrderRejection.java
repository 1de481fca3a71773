package dev.daybook.examples.desk.order;

import static dev.daybook.examples.desk.Checks.plain;

import dev.daybook.examples.desk.Rejection;
import dev.daybook.examples.desk.Side;
import java.math.BigDecimal;

/** Why an order refuses a command. */
public sealed interface OrderRejection extends Rejection {

    @Override
    default String describe() {
        return switch (this) {
            case AlreadyPlaced() -> "the order was placed before; place another one";
            case NoSuchOrder() -> "there is no such order; place it first";
            case BeyondQuantity(BigDecimal asked, BigDecimal remaining) ->
                "a fill of %s exceeds the %s that are left; fill at most that"
                        .formatted(plain(asked), plain(remaining));
            case WorseThanLimit(Side side, BigDecimal price, BigDecimal limit) ->
                "a price of %s is worse than the limit %s of this order to %s"
                        .formatted(plain(price), plain(limit), side);
            case BeyondRiskLimit(BigDecimal value, BigDecimal limit) ->
                "an order worth %s exceeds the risk limit of %s; place a smaller one"
                        .formatted(plain(value), plain(limit));
            case AlreadyFilled() -> "the order is filled; nothing is left of it";
            case AlreadyCancelled() -> "the order is cancelled; place another one";
        };
    }

    /** It was placed before. */
    record AlreadyPlaced() implements OrderRejection {}

    /** Nobody has placed it. */
    record NoSuchOrder() implements OrderRejection {}

    /** More than what is left. */
    record BeyondQuantity(BigDecimal asked, BigDecimal remaining) implements OrderRejection {}

    /** Not at the price the order asks for. */
    record WorseThanLimit(Side side, BigDecimal price, BigDecimal limit) implements OrderRejection {}

    /** Worth more than the desk may risk in one order. */
    record BeyondRiskLimit(BigDecimal value, BigDecimal limit) implements OrderRejection {}

    /** Nothing is left. */
    record AlreadyFilled() implements OrderRejection {}

    /** It has ended. */
    record AlreadyCancelled() implements OrderRejection {}
}
