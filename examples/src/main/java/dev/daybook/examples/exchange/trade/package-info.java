/** Trades that belong to no visible order. Start from {@link dev.daybook.examples.exchange.trade.ExchangeTrade}. */
@NullMarked
package dev.daybook.examples.exchange.trade;

import org.jspecify.annotations.NullMarked;
