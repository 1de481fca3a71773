/** One order from its placing to its end. Start from {@link dev.daybook.examples.desk.order.Order}. */
@NullMarked
package dev.daybook.examples.desk.order;

import org.jspecify.annotations.NullMarked;
