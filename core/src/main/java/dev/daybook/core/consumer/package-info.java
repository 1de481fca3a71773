/**
 * Named consumers that follow the log from a checkpoint on, one process at a time. Start from
 * {@link dev.daybook.core.consumer.EventConsumer}.
 */
@NullMarked
package dev.daybook.core.consumer;

import org.jspecify.annotations.NullMarked;
