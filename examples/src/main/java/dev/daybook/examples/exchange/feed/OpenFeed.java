package dev.daybook.examples.exchange.feed;

import java.time.LocalDate;

/** Takes the messages of a stock and day from a file: the one command a feed takes. */
public record OpenFeed(String symbol, LocalDate date, String file, String sha256, long messages) {}
