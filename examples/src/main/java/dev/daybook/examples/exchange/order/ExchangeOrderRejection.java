package dev.daybook.examples.exchange.order;

import static dev.daybook.examples.desk.Checks.plain;

import dev.daybook.examples.desk.Rejection;
import dev.daybook.examples.desk.Side;
import dev.daybook.examples.exchange.message.MessageType;
import java.math.BigDecimal;

/** Why a message cannot be about this order. */
public sealed interface ExchangeOrderRejection extends Rejection {

    @Override
    default String describe() {
        return switch (this) {
            case IdReused(long firstLine) -> "its id was given to another order in line " + firstLine;
            case Ended(long lastLine) -> "the order left the book in line " + lastLine;
            case BeyondRest(long quantity, long remaining) ->
                "it takes %d shares, but %d are left".formatted(quantity, remaining);
            case DeletesLess(long quantity, long remaining) ->
                "it deletes %d shares, but %d are left".formatted(quantity, remaining);
            case OtherTerms(Side side, BigDecimal price, long firstLine) ->
                "the order is to %s at %s since line %d".formatted(side, plain(price), firstLine);
            case NotOfAnOrder(MessageType type) -> "a " + type + " belongs to no order";
        };
    }

    /** A new order under the id of one that was named before. */
    record IdReused(long firstLine) implements ExchangeOrderRejection {}

    /** The order is no longer in the book. */
    record Ended(long lastLine) implements ExchangeOrderRejection {}

    /** More than what is left. */
    record BeyondRest(long quantity, long remaining) implements ExchangeOrderRejection {}

    /** A delete takes all that is left, and this one does not. */
    record DeletesLess(long quantity, long remaining) implements ExchangeOrderRejection {}

    /** Another side or price than the order's. */
    record OtherTerms(Side side, BigDecimal price, long firstLine) implements ExchangeOrderRejection {}

    /** The message is for a trade. */
    record NotOfAnOrder(MessageType type) implements ExchangeOrderRejection {}
}
