/** What an exchange reports, message by message. Start from {@link dev.daybook.examples.exchange.message.Message}. */
@NullMarked
package dev.daybook.examples.exchange.message;

import org.jspecify.annotations.NullMarked;
