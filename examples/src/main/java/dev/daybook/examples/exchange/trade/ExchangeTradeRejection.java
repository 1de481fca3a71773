package dev.daybook.examples.exchange.trade;

import dev.daybook.examples.desk.Rejection;
import dev.daybook.examples.exchange.message.MessageType;

/** Why a message cannot be about this trade. */
public sealed interface ExchangeTradeRejection extends Rejection {

    @Override
    default String describe() {
        return switch (this) {
            case NotATrade(MessageType type) -> "a " + type + " is no trade of its own";
            case OtherMessage(long line) -> "the trade was told of in line " + line;
        };
    }

    /** The message is for an order. */
    record NotATrade(MessageType type) implements ExchangeTradeRejection {}

    /** Another message told of it. */
    record OtherMessage(long line) implements ExchangeTradeRejection {}
}
