package dev.daybook.examples.desk.volume;

import dev.daybook.core.projection.Projection;
import dev.daybook.core.projection.Recorded;
import dev.daybook.examples.desk.trade.TradeEvent.TradeExecuted;
import java.math.BigDecimal;
import java.util.Optional;

// snippet:projection
/** How much of each symbol was traded. */
public final class Volumes implements Projection<Volume, TradeExecuted> {

    @Override
    public String name() {
        return "volumes";
    }

    @Override
    public Class<TradeExecuted> eventClass() {
        return TradeExecuted.class;
    }

    @Override
    public Class<Volume> stateClass() {
        return Volume.class;
    }

    @Override
    public Volume initial() {
        return new Volume(0, BigDecimal.ZERO);
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
