/** Which file the messages of a day came from. Start from {@link dev.daybook.examples.exchange.feed.Feed}. */
@NullMarked
package dev.daybook.examples.exchange.feed;

import org.jspecify.annotations.NullMarked;
