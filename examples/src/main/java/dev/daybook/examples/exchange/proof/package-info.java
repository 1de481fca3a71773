/** Whether a log tells the same as a file of messages. Start from {@link dev.daybook.examples.exchange.proof.Proof}. */
@NullMarked
package dev.daybook.examples.exchange.proof;

import org.jspecify.annotations.NullMarked;
