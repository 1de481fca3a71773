/**
 * The life of a trade: money is reserved, the order is filled, the position is opened and paid, or the money is given back. Start from
 * {@link dev.daybook.examples.life.TradeLife}.
 */
@NullMarked
package dev.daybook.examples.life;

import org.jspecify.annotations.NullMarked;
