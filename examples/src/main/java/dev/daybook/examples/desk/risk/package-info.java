/**
 * A risk limit on orders, and what a recorded day would have been under another one. Start from
 * {@link dev.daybook.examples.desk.risk.OtherLimit}.
 */
@NullMarked
package dev.daybook.examples.desk.risk;

import org.jspecify.annotations.NullMarked;
