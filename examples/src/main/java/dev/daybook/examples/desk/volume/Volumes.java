package dev.daybook.examples.desk.volume;

import dev.daybook.core.projection.PlainProjection;
import dev.daybook.core.projection.Recorded;
import dev.daybook.examples.desk.trade.TradeEvent.TradeExecuted;
import java.math.BigDecimal;
import java.util.Optional;

// snippet:projection
/** How much of each symbol was traded. */
public final class Volumes extends PlainProjection<Volume, TradeExecuted> {

    public Volumes() {
        super("volumes", TradeExecuted.class, new Volume(0, BigDecimal.ZERO));
    }

    @Override
    public Optional<String> key(Recorded<TradeExecuted> trade) {
        return Optional.of(trade.event().symbol());
    }

    @Override
    public Volume apply(Volume volume, Recorded<TradeExecuted> trade) {
        return new Volume(volume.trades() + 1, volume.value().add(trade.event().value()));
    }
}
// end
