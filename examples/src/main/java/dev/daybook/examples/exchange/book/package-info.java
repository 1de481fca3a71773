/**
 * The order book of the exchange, rebuilt from what happened to its orders. Start from
 * {@link dev.daybook.examples.exchange.book.OrderBook}.
 */
@NullMarked
package dev.daybook.examples.exchange.book;

import org.jspecify.annotations.NullMarked;
