package dev.daybook.examples.desk.position;

import static dev.daybook.examples.desk.Checks.plain;

import dev.daybook.examples.desk.Checks;
import dev.daybook.examples.desk.DeskEvent;
import java.math.BigDecimal;

/** What happens to a position. */
public sealed interface PositionEvent extends DeskEvent {

    @Override
    default String describe() {
        return switch (this) {
            case PositionOpened opened ->
                "%s position of %s %s opened at %s for %s"
                        .formatted(
                                opened.direction,
                                plain(opened.quantity),
                                opened.symbol,
                                plain(opened.entryPrice),
                                opened.walletId);
            case PositionClosed closed ->
                "position closed at %s with a %s of %s"
                        .formatted(
                                plain(closed.exitPrice),
                                closed.profit.signum() < 0 ? "loss" : "profit",
                                plain(closed.profit.abs()));
        };
    }

    /** The desk took a position. */
    record PositionOpened(
            String walletId, String symbol, Direction direction, BigDecimal quantity, BigDecimal entryPrice)
            implements PositionEvent {

        /** Refuses what no position can say. */
        public PositionOpened {
            Checks.id("wallet", walletId);
            Checks.filled("symbol", symbol);
            Checks.positive("quantity", quantity);
            Checks.positive("entry price", entryPrice);
        }
    }

    /** The desk left the position; the profit is below zero for a loss. */
    record PositionClosed(BigDecimal exitPrice, BigDecimal profit) implements PositionEvent {

        /** Refuses what no closing can say. */
        public PositionClosed {
            Checks.positive("exit price", exitPrice);
        }
    }
}
