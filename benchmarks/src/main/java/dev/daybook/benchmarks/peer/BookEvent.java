package dev.daybook.benchmarks.peer;

import java.math.BigDecimal;
import java.time.Instant;

/** What the benchmarks write and read: about 200 bytes of JSON an event, with exact money and a time in it. */
public sealed interface BookEvent {

    /**
     * One trade of a book.
     *
     * @param tradeId which trade
     * @param orderId the order that it came from
     * @param symbol what was traded
     * @param side {@code BUY} or {@code SELL}
     * @param quantity how much, to four places
     * @param price for how much each, to two places
     * @param executedAt when
     * @param counterparty with whom
     */
    record TradeBooked(
            String tradeId,
            String orderId,
            String symbol,
            String side,
            BigDecimal quantity,
            BigDecimal price,
            Instant executedAt,
            String counterparty)
            implements BookEvent {}
}
