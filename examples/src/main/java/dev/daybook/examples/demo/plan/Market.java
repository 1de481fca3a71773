package dev.daybook.examples.demo.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/** The days and prices of a made-up market: the same for everybody who looks at the same moment. */
final class Market {

    static final List<String> SYMBOLS = List.of("AMZN", "AAPL", "MSFT", "NVDA", "GOOG", "TSLA");

    /** Seconds from the first opening to the last close, the time between closed hours left out. */
    static final double OPEN_SECONDS = 5 * 6.5 * 3600;

    private static final double SECONDS_PER_DAY = 6.5 * 3600;
    private static final double[] FIRST_PRICES = {212.40, 268.15, 498.70, 182.05, 278.90, 431.35};
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final LocalTime OPENING = LocalTime.of(9, 30);
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private Market() {}

    /** The moment after so many open seconds. */
    static Instant moment(double openSeconds) {
        double within = Math.min(openSeconds, OPEN_SECONDS - 1);
        int day = (int) (within / SECONDS_PER_DAY);
        LocalDate date = MONDAY.plusDays(day);
        if (date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0) {
            throw new IllegalStateException("the market is closed on " + date);
        }
        long micros = Math.round((within - day * SECONDS_PER_DAY) * 1_000_000);
        return date.atTime(OPENING).atZone(NEW_YORK).toInstant().plusNanos(micros * 1_000);
    }

    /** What a share costs after so many open seconds: a trend, a swing within the day, and a tremble. */
    static BigDecimal price(String symbol, double openSeconds) {
        int stock = SYMBOLS.indexOf(symbol);
        double days = openSeconds / SECONDS_PER_DAY;
        double trend = 0.02 * Math.sin(0.9 * days + stock);
        double swing = 0.008 * Math.sin(5.3 * days + 2.1 * stock);
        double tremble = 0.0015 * Math.sin(97.0 * days + 3.7 * stock);
        return cents(FIRST_PRICES[stock] * (1 + trend + swing + tremble));
    }

    /** A price a little better or worse. */
    static BigDecimal moved(BigDecimal price, double share) {
        return cents(price.doubleValue() * (1 + share));
    }

    private static BigDecimal cents(double price) {
        return BigDecimal.valueOf(price).setScale(2, RoundingMode.HALF_EVEN);
    }
}
