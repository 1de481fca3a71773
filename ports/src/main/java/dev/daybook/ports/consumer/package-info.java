/**
 * How far each consumer of the log has come, and who may go on with it. Start from {@link dev.daybook.ports.consumer.Consumers}.
 */
@NullMarked
package dev.daybook.ports.consumer;

import org.jspecify.annotations.NullMarked;
