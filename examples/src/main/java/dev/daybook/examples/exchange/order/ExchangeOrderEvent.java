package dev.daybook.examples.exchange.order;

import dev.daybook.examples.desk.Checks;
import dev.daybook.examples.desk.DeskEvent;
import dev.daybook.examples.desk.Side;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What happens to an order at the exchange. Each event names the line of the message it came from, and the time as the message
 * has it, to the nanosecond. {@code remaining} is what still rests afterwards, and absent where nobody can know: the order's
 * placing was before the first message.
 */
public sealed interface ExchangeOrderEvent extends DeskEvent {

    /** The line of the message. */
    long line();

    @Override
    default String describe() {
        return switch (this) {
            case LimitOrderAccepted accepted ->
                "limit order to %s %d at %s".formatted(accepted.side, accepted.quantity, Checks.plain(accepted.price));
            case RestingOrderSeen seen ->
                "had been resting before the first message: to %s at least %d at %s"
                        .formatted(seen.side, seen.atLeast, Checks.plain(seen.price));
            case LimitOrderReduced reduced -> "reduced by " + reduced.quantity + left(reduced.remaining);
            case LimitOrderExecuted executed ->
                "executed %d at %s%s"
                        .formatted(executed.quantity, Checks.plain(executed.price), left(executed.remaining));
            case LimitOrderDeleted deleted -> "deleted with " + deleted.quantity + " left";
        };
    }

    private static String left(@Nullable Long remaining) {
        return remaining == null ? ", how much is left is not known" : ", " + remaining + " left";
    }

    /** The exchange took a new order into its book. */
    record LimitOrderAccepted(
            long line,
            String time,
            Side side,
            long quantity,
            BigDecimal price,
            @Nullable String participant) implements ExchangeOrderEvent {

        /** Refuses what no message can say. */
        public LimitOrderAccepted {
            Shares.positive(quantity);
            Checks.positive("price", price);
        }
    }

    /**
     * An order that was in the book before the first message came to light, by a message about a part of it: the quantity it had
     * is not known beyond that part.
     */
    record RestingOrderSeen(long line, String time, Side side, long atLeast, BigDecimal price)
            implements ExchangeOrderEvent {

        /** Refuses what no message can say. */
        public RestingOrderSeen {
            Shares.positive(atLeast);
            Checks.positive("price", price);
        }
    }

    /** A part was taken back. */
    record LimitOrderReduced(
            long line,
            String time,
            long quantity,
            @Nullable Long remaining,
            @Nullable String participant) implements ExchangeOrderEvent {

        /** Refuses what no message can say. */
        public LimitOrderReduced {
            Shares.positive(quantity);
            Shares.notNegative(remaining);
        }
    }

    /** A part or all of it was traded. */
    record LimitOrderExecuted(
            long line,
            String time,
            long quantity,
            BigDecimal price,
            @Nullable Long remaining,
            @Nullable String participant)
            implements ExchangeOrderEvent {

        /** Refuses what no message can say. */
        public LimitOrderExecuted {
            Shares.positive(quantity);
            Checks.positive("price", price);
            Shares.notNegative(remaining);
        }
    }

    /** All that was left was taken back; nothing rests afterwards, whatever there was before. */
    record LimitOrderDeleted(
            long line, String time, long quantity, @Nullable String participant) implements ExchangeOrderEvent {

        /** Refuses what no message can say. */
        public LimitOrderDeleted {
            Shares.positive(quantity);
        }
    }
}
