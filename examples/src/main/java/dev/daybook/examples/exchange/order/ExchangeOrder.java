package dev.daybook.examples.exchange.order;

import dev.daybook.core.aggregate.Aggregate;
import dev.daybook.examples.exchange.message.Message;
import dev.daybook.examples.exchange.message.MessageType;
import dev.daybook.examples.exchange.order.ExchangeOrderEvent.LimitOrderAccepted;
import dev.daybook.examples.exchange.order.ExchangeOrderEvent.LimitOrderDeleted;
import dev.daybook.examples.exchange.order.ExchangeOrderEvent.LimitOrderExecuted;
import dev.daybook.examples.exchange.order.ExchangeOrderEvent.LimitOrderReduced;
import dev.daybook.examples.exchange.order.ExchangeOrderEvent.RestingOrderSeen;
import dev.daybook.examples.exchange.order.ExchangeOrderRejection.BeyondRest;
import dev.daybook.examples.exchange.order.ExchangeOrderRejection.DeletesLess;
import dev.daybook.examples.exchange.order.ExchangeOrderRejection.Ended;
import dev.daybook.examples.exchange.order.ExchangeOrderRejection.IdReused;
import dev.daybook.examples.exchange.order.ExchangeOrderRejection.NotOfAnOrder;
import dev.daybook.examples.exchange.order.ExchangeOrderRejection.OtherTerms;
import dev.daybook.examples.exchange.order.ExchangeOrderState.Seen;
import dev.daybook.examples.exchange.order.ExchangeOrderState.Unseen;
import io.vavr.control.Either;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order at the exchange, told by the exchange's messages. A message that is in it already changes nothing, so that a file can
 * be read again. Its id reads {@code order_…}.
 */
public final class ExchangeOrder
        implements Aggregate<Message, ExchangeOrderState, ExchangeOrderEvent, ExchangeOrderRejection> {

    @Override
    public ExchangeOrderState initial() {
        return new Unseen();
    }

    @Override
    public Either<ExchangeOrderRejection, List<ExchangeOrderEvent>> decide(ExchangeOrderState state, Message message) {
        if (!message.type().concernsOrder()) {
            return Either.left(new NotOfAnOrder(message.type()));
        }
        return switch (state) {
            case Unseen()
            when message.type() == MessageType.NEW_ORDER ->
                Either.right(List.of(new LimitOrderAccepted(
                        message.line(),
                        message.time(),
                        message.side(),
                        message.quantity(),
                        message.price(),
                        message.participant())));
            case Unseen() ->
                Either.right(List.of(
                        new RestingOrderSeen(
                                message.line(), message.time(), message.side(), message.quantity(), message.price()),
                        change(message, null)));
            case Seen order when message.line() <= order.lastLine() -> Either.right(List.of());
            case Seen order -> follow(order, message);
        };
    }

    @Override
    public ExchangeOrderState apply(ExchangeOrderState state, ExchangeOrderEvent event) {
        return switch (event) {
            case LimitOrderAccepted accepted ->
                new Seen(
                        accepted.line(),
                        accepted.line(),
                        accepted.side(),
                        accepted.price(),
                        accepted.quantity(),
                        0,
                        0,
                        false);
            case RestingOrderSeen seen ->
                new Seen(seen.line(), seen.line(), seen.side(), seen.price(), null, 0, 0, false);
            case LimitOrderReduced reduced ->
                seen(state).cancelled(reduced.line(), reduced.quantity(), reduced.remaining());
            case LimitOrderExecuted executed ->
                seen(state).executed(executed.line(), executed.quantity(), executed.remaining());
            case LimitOrderDeleted deleted -> seen(state).cancelled(deleted.line(), deleted.quantity(), 0L);
        };
    }

    @Override
    public Class<ExchangeOrderState> stateClass() {
        return ExchangeOrderState.class;
    }

    @Override
    public Class<ExchangeOrderEvent> eventClass() {
        return ExchangeOrderEvent.class;
    }

    private static Either<ExchangeOrderRejection, List<ExchangeOrderEvent>> follow(Seen order, Message message) {
        if (message.type() == MessageType.NEW_ORDER) {
            return Either.left(new IdReused(order.firstLine()));
        }
        if (order.ended()) {
            return Either.left(new Ended(order.lastLine()));
        }
        if (order.side() != message.side() || order.price().compareTo(message.price()) != 0) {
            return Either.left(new OtherTerms(order.side(), order.price(), order.firstLine()));
        }
        Long remaining = order.remaining();
        if (remaining == null) {
            return Either.right(List.of(change(message, null)));
        }
        if (message.quantity() > remaining) {
            return Either.left(new BeyondRest(message.quantity(), remaining));
        }
        if (message.type() == MessageType.DELETE && message.quantity() < remaining) {
            return Either.left(new DeletesLess(message.quantity(), remaining));
        }
        return Either.right(List.of(change(message, remaining - message.quantity())));
    }

    private static ExchangeOrderEvent change(Message message, @Nullable Long left) {
        return switch (message.type()) {
            case PARTIAL_CANCEL ->
                new LimitOrderReduced(message.line(), message.time(), message.quantity(), left, message.participant());
            case DELETE ->
                new LimitOrderDeleted(message.line(), message.time(), message.quantity(), message.participant());
            case EXECUTION ->
                new LimitOrderExecuted(
                        message.line(),
                        message.time(),
                        message.quantity(),
                        message.price(),
                        left,
                        message.participant());
            case NEW_ORDER, HIDDEN_EXECUTION, CROSS ->
                throw new IllegalArgumentException("a " + message.type() + " changes no order");
        };
    }

    private static Seen seen(ExchangeOrderState state) {
        if (state instanceof Seen order) {
            return order;
        }
        throw new IllegalStateException("the history of this order begins in its middle");
    }
}
