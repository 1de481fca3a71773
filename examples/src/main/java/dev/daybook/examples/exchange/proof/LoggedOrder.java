package dev.daybook.examples.exchange.proof;

import dev.daybook.examples.exchange.order.ExchangeOrderEvent.RestingOrderSeen;
import org.jspecify.annotations.Nullable;

/**
 * An order as the log tells of it.
 *
 * @param totals its shares, added up from the single events
 * @param atLeast what was known to rest when it came to light, 0 for one that was placed in the file
 * @param remaining what still rests by the word of its last event, absent where that cannot be known
 */
record LoggedOrder(
        OrderTotals totals, long atLeast, @Nullable Long remaining) {

    static LoggedOrder placed(long line, long quantity) {
        return new LoggedOrder(OrderTotals.placed(line, quantity), 0, quantity);
    }

    static LoggedOrder resting(RestingOrderSeen seen) {
        return new LoggedOrder(OrderTotals.resting(seen.line()), seen.atLeast(), null);
    }

    LoggedOrder after(OrderTotals newTotals, @Nullable Long left) {
        return new LoggedOrder(newTotals, atLeast, left);
    }

    /** What is wrong with its shares, or null: placed = executed + cancelled + still resting. */
    @Nullable
    String imbalance() {
        long gone = totals.executed() + totals.cancelled();
        if (totals.resting()) {
            // How much it had been is not known, only that it was no less than its first message showed.
            return gone >= atLeast
                    ? null
                    : "had at least %d, but executed %d + cancelled %d = %d"
                            .formatted(atLeast, totals.executed(), totals.cancelled(), gone);
        }
        long rest = remaining == null ? 0 : remaining;
        return totals.placed() == gone + rest
                ? null
                : "placed %d, but executed %d + cancelled %d + still resting %d = %d"
                        .formatted(totals.placed(), totals.executed(), totals.cancelled(), rest, gone + rest);
    }
}
