package dev.daybook.examples.desk.portfolio;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What was last paid.
 *
 * @param price the price of the last trade
 * @param at when it was
 */
public record Price(BigDecimal price, Instant at) {}
