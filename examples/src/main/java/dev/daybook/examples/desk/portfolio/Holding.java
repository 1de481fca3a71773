package dev.daybook.examples.desk.portfolio;

import dev.daybook.examples.desk.position.Direction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A position as the portfolio has it.
 *
 * @param symbol of what
 * @param direction from which movement it profits
 * @param quantity how much
 * @param entryPrice at which price it was opened
 * @param closedOn the day on which it was closed, UTC, if it was
 * @param profit what it has brought, zero while it is open
 */
public record Holding(
        String symbol,
        Direction direction,
        BigDecimal quantity,
        BigDecimal entryPrice,
        Optional<LocalDate> closedOn,
        BigDecimal profit) {

    /** What the position would bring if it were closed at a price. */
    BigDecimal unrealised(BigDecimal price) {
        return direction.profit(quantity, entryPrice, price);
    }
}
