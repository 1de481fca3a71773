package dev.daybook.testkit.contract;

import dev.daybook.ports.event.EventName;
import dev.daybook.ports.event.Timestamps;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Events and states as users have them, package-private as theirs may be. */
final class CodecSamples {

    private CodecSamples() {}

    enum Side {
        BUY,
        SELL
    }

    record Money(BigDecimal amount, String currency) {}

    record Leg(Side side, Money price, Optional<String> note) {}

    sealed interface Booking {}

    record TradeBooked(UUID tradeId, Instant at, List<Leg> legs, Map<String, BigDecimal> fees, Set<String> desks)
            implements Booking {}

    @EventName(value = "trade_undone", version = 3)
    record TradeReversed(Optional<Money> refund, long count, int small, boolean whole, String reason)
            implements Booking {}

    sealed interface Settlement extends Booking {}

    record TradeSettled(Money money) implements Settlement {}

    record BookClosed() implements Settlement {}

    /** Registered nowhere unless a test does. */
    record Stranger(String name) {}

    static final class Elsewhere {
        /** Would be stored as trade_settled, as the other one is. */
        record TradeSettled(String text) {}

        private Elsewhere() {}
    }

    sealed interface Book {}

    record OpenBook(Map<String, Money> balances, List<Leg> legs, Optional<Instant> since) implements Book {}

    record ClosedBook(Instant at) implements Book {}

    private static final List<BigDecimal> AMOUNTS = List.of(
            new BigDecimal("0"),
            new BigDecimal("0.00"),
            new BigDecimal("1.10"),
            new BigDecimal("1.1"),
            new BigDecimal("-0.1"),
            new BigDecimal("0.1000000000000000055511151231257827"),
            new BigDecimal("9007199254740993"),
            new BigDecimal("123456789012345678901234567890.123456789012345678901234567890"));

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "caf\u00e9 cafe\u0301",
            "\ud83d\udcd2 \u0645\u062d\u0641\u0638\u0629",
            "line\nbreak\ttab \"quoted\" \\ / \u0000 \u0001 \u2028 \u007f",
            "{\"not\":\"an object\"}");

    private static final List<Instant> TIMES = List.of(
            Timestamps.EARLIEST,
            Instant.parse("1969-12-31T23:59:59.999999Z"),
            Instant.EPOCH,
            Instant.parse("2026-01-01T10:00:00.1Z"),
            Instant.parse("2026-01-01T10:00:00.000001Z"),
            Timestamps.LATEST);

    static List<Money> monies() {
        return AMOUNTS.stream().map(amount -> new Money(amount, "EUR")).toList();
    }

    static List<Booking> events() {
        List<Booking> amounts =
                monies().stream().<Booking>map(TradeSettled::new).toList();
        List<Booking> texts = TEXTS.stream()
                .<Booking>map(text -> new TradeReversed(Optional.empty(), Long.MIN_VALUE, -1, false, text))
                .toList();
        List<Booking> times = TIMES.stream().<Booking>map(CodecSamples::booked).toList();
        List<Booking> bounds = List.of(
                new TradeReversed(Optional.of(monies().get(1)), Long.MAX_VALUE, Integer.MAX_VALUE, true, "x"),
                new TradeBooked(new UUID(0, 0), Instant.EPOCH, List.of(), Map.of(), Set.of()),
                new BookClosed());
        return List.of(amounts, texts, times, bounds).stream()
                .flatMap(List::stream)
                .toList();
    }

    private static TradeBooked booked(Instant time) {
        return new TradeBooked(
                UUID.fromString("018f4d3e-7a00-7000-8000-0123456789ab"),
                time,
                legs(),
                Map.of("exchange", new BigDecimal("0.10"), "", new BigDecimal("1"), "\ud83d\udcd2", BigDecimal.TEN),
                Set.of("a", "b", "c"));
    }

    private static List<Leg> legs() {
        return List.of(
                new Leg(Side.BUY, monies().get(2), Optional.of("")),
                new Leg(Side.SELL, monies().get(3), Optional.empty()));
    }

    static List<Book> states() {
        return List.of(
                new OpenBook(Map.of(), List.of(), Optional.empty()),
                new OpenBook(Map.of("a", monies().get(0), "b", monies().get(7)), legs(), Optional.of(TIMES.get(4))),
                new ClosedBook(Timestamps.LATEST));
    }
}
