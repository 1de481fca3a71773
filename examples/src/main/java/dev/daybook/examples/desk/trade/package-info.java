/** What was traded between two orders. Start from {@link dev.daybook.examples.desk.trade.Trade}. */
@NullMarked
package dev.daybook.examples.desk.trade;

import org.jspecify.annotations.NullMarked;
