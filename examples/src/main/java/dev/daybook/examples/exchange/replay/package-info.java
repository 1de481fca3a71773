/**
 * From a file of messages into the log, and the proof that nothing was lost or made up. Start from
 * {@link dev.daybook.examples.exchange.replay.Replayer}.
 */
@NullMarked
package dev.daybook.examples.exchange.replay;

import org.jspecify.annotations.NullMarked;
