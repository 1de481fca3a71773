package dev.daybook.examples.desk.position;

import java.math.BigDecimal;

/** What is known of a position. */
public sealed interface PositionState {

    /** Nobody has taken it yet. */
    record NotOpened() implements PositionState {}

    /** The desk holds it. */
    record Open(String walletId, String symbol, Direction direction, BigDecimal quantity, BigDecimal entryPrice)
            implements PositionState {}

    /** The desk has left it. */
    record Closed(Open was, BigDecimal exitPrice, BigDecimal profit) implements PositionState {}
}
