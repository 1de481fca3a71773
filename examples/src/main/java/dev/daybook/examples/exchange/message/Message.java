package dev.daybook.examples.exchange.message;

import dev.daybook.examples.desk.Side;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message of the exchange, and so one command to an order or a trade.
 *
 * @param line the number of its line in the file, from 1
 * @param time seconds after midnight as the file has them, to the nanosecond
 * @param happened the same moment in UTC
 * @param type what it tells of
 * @param order the exchange's number of the order, meaningless where the type concerns none
 * @param quantity shares
 * @param price dollars
 * @param side of the resting order
 * @param participant who, where the file names one
 */
public record Message(
        long line,
        String time,
        Instant happened,
        MessageType type,
        long order,
        long quantity,
        BigDecimal price,
        Side side,
        @Nullable String participant) {}
