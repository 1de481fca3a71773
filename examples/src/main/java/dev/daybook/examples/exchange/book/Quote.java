package dev.daybook.examples.exchange.book;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The best prices of a book.
 *
 * @param bid the highest price that somebody buys at, if anybody does
 * @param ask the lowest price that somebody sells at, if anybody does
 */
public record Quote(Optional<BigDecimal> bid, Optional<BigDecimal> ask) {}
