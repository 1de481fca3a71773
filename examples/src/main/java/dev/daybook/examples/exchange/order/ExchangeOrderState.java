package dev.daybook.examples.exchange.order;

import dev.daybook.examples.desk.Side;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What is known of an order at the exchange. */
public sealed interface ExchangeOrderState {

    /** No message has named it. */
    record Unseen() implements ExchangeOrderState {}

    /**
     * Some message has named it.
     *
     * @param firstLine where it came to light
     * @param lastLine the last message that is in here
     * @param side of the book
     * @param price at which it rests
     * @param placed its whole quantity, absent if it was resting before the first message
     * @param executed traded so far
     * @param cancelled taken back so far
     * @param ended whether it has left the book
     */
    record Seen(
            long firstLine,
            long lastLine,
            Side side,
            BigDecimal price,
            @Nullable Long placed,
            long executed,
            long cancelled,
            boolean ended)
            implements ExchangeOrderState {

        /** What still rests; absent where nobody can know. */
        public @Nullable Long remaining() {
            if (ended) {
                return 0L;
            }
            return placed == null ? null : Long.valueOf(placed - executed - cancelled);
        }

        Seen executed(long line, long quantity, @Nullable Long left) {
            return new Seen(
                    firstLine, line, side, price, placed, executed + quantity, cancelled, left != null && left == 0);
        }

        Seen cancelled(long line, long quantity, @Nullable Long left) {
            return new Seen(
                    firstLine, line, side, price, placed, executed, cancelled + quantity, left != null && left == 0);
        }
    }
}
