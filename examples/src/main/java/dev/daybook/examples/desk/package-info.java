/** A trading desk, the domain of every example: pure rules, no storage. Start from {@link dev.daybook.examples.desk.order.Order}. */
@NullMarked
package dev.daybook.examples.desk;

import org.jspecify.annotations.NullMarked;
