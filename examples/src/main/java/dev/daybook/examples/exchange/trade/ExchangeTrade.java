package dev.daybook.examples.exchange.trade;

import dev.daybook.core.aggregate.Aggregate;
import dev.daybook.examples.exchange.message.Message;
import dev.daybook.examples.exchange.message.MessageType;
import dev.daybook.examples.exchange.trade.ExchangeTradeEvent.CrossTraded;
import dev.daybook.examples.exchange.trade.ExchangeTradeEvent.HiddenOrderExecuted;
import dev.daybook.examples.exchange.trade.ExchangeTradeRejection.NotATrade;
import dev.daybook.examples.exchange.trade.ExchangeTradeRejection.OtherMessage;
import dev.daybook.examples.exchange.trade.ExchangeTradeState.Seen;
import dev.daybook.examples.exchange.trade.ExchangeTradeState.Unseen;
import io.vavr.control.Either;
import java.util.List;

/** A hidden execution or a cross, told by one message. Its id reads {@code trade_…}. */
public final class ExchangeTrade
        implements Aggregate<Message, ExchangeTradeState, ExchangeTradeEvent, ExchangeTradeRejection> {

    @Override
    public ExchangeTradeState initial() {
        return new Unseen();
    }

    @Override
    public Either<ExchangeTradeRejection, List<ExchangeTradeEvent>> decide(ExchangeTradeState state, Message message) {
        if (message.type().concernsOrder()) {
            return Either.left(new NotATrade(message.type()));
        }
        return switch (state) {
            case Unseen() -> Either.right(List.of(event(message)));
            case Seen(long line) when line == message.line() -> Either.right(List.of());
            case Seen(long line) -> Either.left(new OtherMessage(line));
        };
    }

    @Override
    public ExchangeTradeState apply(ExchangeTradeState state, ExchangeTradeEvent event) {
        return switch (event) {
            case HiddenOrderExecuted hidden -> new Seen(hidden.line());
            case CrossTraded cross -> new Seen(cross.line());
        };
    }

    @Override
    public Class<ExchangeTradeState> stateClass() {
        return ExchangeTradeState.class;
    }

    @Override
    public Class<ExchangeTradeEvent> eventClass() {
        return ExchangeTradeEvent.class;
    }

    private static ExchangeTradeEvent event(Message m) {
        return m.type() == MessageType.CROSS
                ? new CrossTraded(m.line(), m.time(), m.side(), m.quantity(), m.price(), m.participant())
                : new HiddenOrderExecuted(m.line(), m.time(), m.side(), m.quantity(), m.price(), m.participant());
    }
}
