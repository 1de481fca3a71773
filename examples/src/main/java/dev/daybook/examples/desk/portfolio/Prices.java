package dev.daybook.examples.desk.portfolio;

import dev.daybook.core.projection.PlainProjection;
import dev.daybook.core.projection.Recorded;
import dev.daybook.examples.desk.trade.TradeEvent.TradeExecuted;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** The last price of each symbol. */
public final class Prices extends PlainProjection<Price, TradeExecuted> {

    /** Of every symbol that is traded. */
    public Prices() {
        super("prices", TradeExecuted.class, new Price(BigDecimal.ZERO, Instant.EPOCH));
    }

    @Override
    public Optional<String> key(Recorded<TradeExecuted> trade) {
        return Optional.of(trade.event().symbol());
    }

    @Override
    public Price apply(Price before, Recorded<TradeExecuted> trade) {
        return new Price(trade.event().price(), trade.timestamp());
    }
}
