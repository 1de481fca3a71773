package dev.daybook.examples.desk.trade;

import dev.daybook.core.aggregate.Aggregate;
import dev.daybook.examples.desk.trade.TradeEvent.TradeExecuted;
import dev.daybook.examples.desk.trade.TradeRejection.AlreadyExecuted;
import dev.daybook.examples.desk.trade.TradeState.Executed;
import dev.daybook.examples.desk.trade.TradeState.NotExecuted;
import dev.daybook.ports.event.Tag;
import io.vavr.control.Either;
import java.util.List;
import java.util.Set;

/** A trade, executed once; its value follows from quantity and price. Its id reads {@code trade_…}. */
public final class Trade implements Aggregate<ExecuteTrade, TradeState, TradeEvent, TradeRejection> {

    @Override
    public TradeState initial() {
        return new NotExecuted();
    }

    @Override
    public Either<TradeRejection, List<TradeEvent>> decide(TradeState state, ExecuteTrade command) {
        if (state instanceof Executed) {
            return Either.left(new AlreadyExecuted());
        }
        return Either.right(List.of(new TradeExecuted(
                command.orderId(),
                command.symbol(),
                command.side(),
                command.quantity(),
                command.price(),
                command.quantity().multiply(command.price()),
                command.counterparty())));
    }

    @Override
    public TradeState apply(TradeState state, TradeEvent event) {
        return switch (event) {
            case TradeExecuted trade -> new Executed(trade);
        };
    }

    @Override
    public Class<TradeState> stateClass() {
        return TradeState.class;
    }

    @Override
    public Class<TradeEvent> eventClass() {
        return TradeEvent.class;
    }

    @Override
    public Set<Tag> tags(TradeEvent event) {
        return switch (event) {
            case TradeExecuted trade -> Set.of(Tag.of("symbol", trade.symbol()));
        };
    }
}
