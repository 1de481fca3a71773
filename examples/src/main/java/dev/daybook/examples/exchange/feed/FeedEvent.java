package dev.daybook.examples.exchange.feed;

import dev.daybook.examples.desk.DeskEvent;
import java.time.LocalDate;

/** Where a day's messages came from. */
public sealed interface FeedEvent extends DeskEvent {

    @Override
    default String describe() {
        return switch (this) {
            case FeedOpened feed ->
                "%d messages of %s on %s are taken from %s (SHA-256 %s)"
                        .formatted(feed.messages, feed.symbol, feed.date, feed.file, feed.sha256);
        };
    }

    /** The messages of one stock and day are taken from this file and no other. */
    record FeedOpened(String symbol, LocalDate date, String file, String sha256, long messages) implements FeedEvent {}
}
