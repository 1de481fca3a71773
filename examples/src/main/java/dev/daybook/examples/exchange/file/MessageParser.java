package dev.daybook.examples.exchange.file;

import dev.daybook.examples.desk.Side;
import dev.daybook.examples.exchange.message.Message;
import dev.daybook.examples.exchange.message.MessageType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.regex.Pattern;

/** One line of the LOBSTER message layout, of one day. */
final class MessageParser {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Pattern TIME = Pattern.compile("\\d{1,5}(\\.\\d{1,9})?");
    private static final int COLUMNS = 7;
    private static final int PRICE_SCALE = 4;
    private static final long NANOS_PER_DAY = 86_400_000_000_000L;

    private final LocalDate date;

    MessageParser(LocalDate date) {
        this.date = date;
    }

    Message parse(long line, String text) throws MalformedLineException {
        String[] columns = text.split(",", -1);
        if (columns.length != COLUMNS) {
            throw new MalformedLineException(
                    "has %s, expected %d: time, type, order id, size, price, direction, attribution"
                            .formatted(text.isEmpty() ? "nothing in it" : columns.length + " columns", COLUMNS));
        }
        MessageType type = MessageType.of(columns[1])
                .orElseThrow(() -> new MalformedLineException(
                        "has type %s in column 2, expected a number from 1 to 6".formatted(columns[1])));
        LocalTime time = LocalTime.ofNanoOfDay(nanos(columns[0]));
        long order = number(columns, 3, "an order id", type.concernsOrder() ? 1 : Long.MIN_VALUE);
        return new Message(
                line,
                columns[0],
                date.atTime(time).atZone(NEW_YORK).toInstant(),
                type,
                order,
                number(columns, 4, "a number of shares", 1),
                BigDecimal.valueOf(number(columns, 5, "a price in dollars x 10,000", 1), PRICE_SCALE),
                side(columns[5]),
                columns[6].equals("null") ? null : columns[6]);
    }

    /** Nanoseconds after midnight. */
    static long nanos(String seconds) throws MalformedLineException {
        if (TIME.matcher(seconds).matches()) {
            long nanos = new BigDecimal(seconds).movePointRight(9).longValueExact();
            if (nanos < NANOS_PER_DAY) {
                return nanos;
            }
        }
        throw new MalformedLineException(
                "has time %s in column 1, expected seconds after midnight, below 86400, such as 34200.000376608"
                        .formatted(seconds));
    }

    private static long number(String[] columns, int column, String what, long least) throws MalformedLineException {
        String text = columns[column - 1];
        try {
            long number = Long.parseLong(text);
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException garbage) {
            throw new MalformedLineException("has %s in column %d, expected %s".formatted(text, column, what), garbage);
        }
        throw new MalformedLineException(
                "has %s in column %d, expected %s of at least %d".formatted(text, column, what, least));
    }

    private static Side side(String direction) throws MalformedLineException {
        return switch (direction) {
            case "1" -> Side.BUY;
            case "-1" -> Side.SELL;
            default ->
                throw new MalformedLineException(
                        "has direction %s in column 6, expected 1 for buy or -1 for sell".formatted(direction));
        };
    }
}
