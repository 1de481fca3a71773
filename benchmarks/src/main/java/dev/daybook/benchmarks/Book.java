package dev.daybook.benchmarks;

import dev.daybook.benchmarks.peer.BookEvent;
import dev.daybook.benchmarks.peer.BookEvent.TradeBooked;
import dev.daybook.core.aggregate.Aggregate;
import io.vavr.control.Either;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** The aggregate of the benchmarks: a book of trades that sums up what it was told. */
final class Book implements Aggregate<BookEvent, Book.Totals, BookEvent, String> {

    private final int foldVersion;

    Book(int foldVersion) {
        this.foldVersion = foldVersion;
    }

    /** What a book comes to. */
    record Totals(long trades, BigDecimal quantity, Instant last) {}

    static BookEvent trade(long number) {
        return new TradeBooked(
                "trade_" + (1_000_000_000L + number),
                "order_" + (500_000_000L + number % 50_021),
                "BTC-USD",
                (number & 1) == 0 ? "BUY" : "SELL",
                BigDecimal.valueOf(1 + number % 9_973, 4),
                BigDecimal.valueOf(6_500_000 + number % 100_003, 2),
                Instant.ofEpochSecond(1_700_000_000L + number / 1000, number % 1000 * 1_000_000),
                "desk-" + number % 17);
    }

    @Override
    public Totals initial() {
        return new Totals(0, BigDecimal.ZERO, Instant.EPOCH);
    }

    @Override
    public Either<String, List<BookEvent>> decide(Totals state, BookEvent command) {
        return Either.right(List.of(command));
    }

    @Override
    public Totals apply(Totals state, BookEvent event) {
        return switch (event) {
            case TradeBooked trade ->
                new Totals(state.trades() + 1, state.quantity().add(trade.quantity()), trade.executedAt());
        };
    }

    @Override
    public Class<Totals> stateClass() {
        return Totals.class;
    }

    @Override
    public Class<BookEvent> eventClass() {
        return BookEvent.class;
    }

    @Override
    public int foldVersion() {
        return foldVersion;
    }
}
