package dev.daybook.benchmarks;

import java.math.BigDecimal;
import java.time.Instant;

/** What the benchmarks write and read: about 200 bytes of JSON an event, with exact money and a time in it. */
sealed interface BookEvent {

    /** One trade of a book. */
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
