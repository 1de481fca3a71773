package dev.daybook.examples.desk.position;

import dev.daybook.examples.desk.Checks;
import java.math.BigDecimal;

/** What can be asked of a position. */
public sealed interface PositionCommand {

    /** Takes the position. */
    record OpenPosition(String walletId, String symbol, Direction direction, BigDecimal quantity, BigDecimal entryPrice)
            implements PositionCommand {

        /** Refuses what no position can say. */
        public OpenPosition {
            Checks.id("wallet", walletId);
            Checks.filled("symbol", symbol);
            Checks.positive("quantity", quantity);
            Checks.positive("entry price", entryPrice);
        }
    }

    /** Leaves the position at a price. */
    record ClosePosition(BigDecimal exitPrice) implements PositionCommand {

        /** Refuses a price of nothing. */
        public ClosePosition {
            Checks.positive("exit price", exitPrice);
        }
    }
}
