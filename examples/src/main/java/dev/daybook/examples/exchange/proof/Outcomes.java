package dev.daybook.examples.exchange.proof;

/**
 * What became of the orders.
 *
 * @param placed placed in the file
 * @param executed of those, traded to their end
 * @param cancelled of those, ended by a cancel
 * @param resting of those, still in the book
 * @param before resting before the first message
 * @param beforeEnded of those, gone from the book by a delete
 */
public record Outcomes(long placed, long executed, long cancelled, long resting, long before, long beforeEnded) {

    static Outcomes of(LogTally log) {
        long executed = 0;
        long cancelled = 0;
        long resting = 0;
        long before = 0;
        long beforeEnded = 0;
        for (LoggedOrder order : log.orders().values()) {
            boolean ended = order.remaining() != null && order.remaining() == 0;
            if (order.totals().resting()) {
                before++;
                beforeEnded += ended ? 1 : 0;
            } else if (!ended) {
                resting++;
            } else if (order.totals().cancelled() == 0) {
                executed++;
            } else {
                cancelled++;
            }
        }
        return new Outcomes(executed + cancelled + resting, executed, cancelled, resting, before, beforeEnded);
    }
}
