package dev.daybook.examples.desk.volume;

import java.math.BigDecimal;

/**
 * What was traded of a symbol.
 *
 * @param trades how many trades
 * @param value what they were worth together
 */
public record Volume(long trades, BigDecimal value) {}
