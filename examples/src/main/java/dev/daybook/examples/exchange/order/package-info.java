/** A limit order as the exchange's messages tell of it. Start from {@link dev.daybook.examples.exchange.order.ExchangeOrder}. */
@NullMarked
package dev.daybook.examples.exchange.order;

import org.jspecify.annotations.NullMarked;
