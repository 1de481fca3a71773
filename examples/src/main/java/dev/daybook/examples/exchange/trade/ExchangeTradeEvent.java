package dev.daybook.examples.exchange.trade;

import dev.daybook.examples.desk.Checks;
import dev.daybook.examples.desk.DeskEvent;
import dev.daybook.examples.desk.Side;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A trade that belongs to no visible order. */
public sealed interface ExchangeTradeEvent extends DeskEvent {

    /** The line of the message. */
    long line();

    @Override
    default String describe() {
        return switch (this) {
            case HiddenOrderExecuted hidden ->
                "hidden order to %s executed: %d at %s"
                        .formatted(hidden.side, hidden.quantity, Checks.plain(hidden.price));
            case CrossTraded cross -> "cross of %d at %s".formatted(cross.quantity, Checks.plain(cross.price));
        };
    }

    /** An order that nobody could see was executed. */
    record HiddenOrderExecuted(
            long line,
            String time,
            Side side,
            long quantity,
            BigDecimal price,
            @Nullable String participant) implements ExchangeTradeEvent {}

    /** An auction traded. */
    record CrossTraded(
            long line,
            String time,
            Side side,
            long quantity,
            BigDecimal price,
            @Nullable String participant) implements ExchangeTradeEvent {}
}
