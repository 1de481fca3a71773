package dev.daybook.examples.desk.trade;

import dev.daybook.examples.desk.Rejection;

/** Why a trade refuses its command. */
public sealed interface TradeRejection extends Rejection {

    @Override
    default String describe() {
        return switch (this) {
            case AlreadyExecuted() -> "the trade was executed before; execute another one";
        };
    }

    /** It was executed before. */
    record AlreadyExecuted() implements TradeRejection {}
}
