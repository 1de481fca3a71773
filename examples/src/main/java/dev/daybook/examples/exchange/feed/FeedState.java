package dev.daybook.examples.exchange.feed;

/** Which file a day's messages come from; the digest is empty before that is settled. */
public record FeedState(String file, String sha256) {}
