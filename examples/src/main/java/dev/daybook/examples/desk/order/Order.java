package dev.daybook.examples.desk.order;

import dev.daybook.core.aggregate.Aggregate;
import dev.daybook.examples.desk.Side;
import dev.daybook.examples.desk.order.OrderCommand.CancelOrder;
import dev.daybook.examples.desk.order.OrderCommand.FillOrder;
import dev.daybook.examples.desk.order.OrderCommand.PlaceOrder;
import dev.daybook.examples.desk.order.OrderEvent.OrderCancelled;
import dev.daybook.examples.desk.order.OrderEvent.OrderFilled;
import dev.daybook.examples.desk.order.OrderEvent.OrderPlaced;
import dev.daybook.examples.desk.order.OrderRejection.AlreadyCancelled;
import dev.daybook.examples.desk.order.OrderRejection.AlreadyFilled;
import dev.daybook.examples.desk.order.OrderRejection.AlreadyPlaced;
import dev.daybook.examples.desk.order.OrderRejection.BeyondQuantity;
import dev.daybook.examples.desk.order.OrderRejection.NoSuchOrder;
import dev.daybook.examples.desk.order.OrderRejection.WorseThanLimit;
import dev.daybook.examples.desk.order.OrderState.NotPlaced;
import dev.daybook.examples.desk.order.OrderState.Placed;
import dev.daybook.examples.desk.order.OrderState.Status;
import dev.daybook.ports.event.Tag;
import io.vavr.control.Either;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** A limit order: filled up to its quantity at its price or better, or cancelled. Its id reads {@code order_…}. */
public final class Order implements Aggregate<OrderCommand, OrderState, OrderEvent, OrderRejection> {

    @Override
    public OrderState initial() {
        return new NotPlaced();
    }

    @Override
    public Either<OrderRejection, List<OrderEvent>> decide(OrderState state, OrderCommand command) {
        return switch (command) {
            case PlaceOrder place -> place(state, place);
            case FillOrder fill -> open(state).flatMap(order -> fill(order, fill));
            case CancelOrder cancel ->
                open(state).map(order -> List.of(new OrderCancelled(order.remaining(), cancel.reason())));
        };
    }

    @Override
    public OrderState apply(OrderState state, OrderEvent event) {
        return switch (event) {
            case OrderPlaced placed ->
                new Placed(
                        Status.OPEN,
                        placed.walletId(),
                        placed.symbol(),
                        placed.side(),
                        placed.quantity(),
                        placed.limitPrice(),
                        BigDecimal.ZERO,
                        BigDecimal.ZERO);
            case OrderFilled fill -> placed(state).filledBy(fill.quantity(), fill.price(), fill.remaining());
            case OrderCancelled cancelled -> placed(state).cancelled();
        };
    }

    @Override
    public Class<OrderState> stateClass() {
        return OrderState.class;
    }

    @Override
    public Class<OrderEvent> eventClass() {
        return OrderEvent.class;
    }

    @Override
    public Set<Tag> tags(OrderEvent event) {
        return event instanceof OrderPlaced placed ? Set.of(Tag.of("symbol", placed.symbol())) : Set.of();
    }

    private static Either<OrderRejection, List<OrderEvent>> place(OrderState state, PlaceOrder place) {
        if (state instanceof Placed) {
            return Either.left(new AlreadyPlaced());
        }
        return Either.right(List.of(
                new OrderPlaced(place.walletId(), place.symbol(), place.side(), place.quantity(), place.limitPrice())));
    }

    private static Either<OrderRejection, List<OrderEvent>> fill(Placed order, FillOrder fill) {
        if (fill.quantity().compareTo(order.remaining()) > 0) {
            return Either.left(new BeyondQuantity(fill.quantity(), order.remaining()));
        }
        int aboveLimit = fill.price().compareTo(order.limitPrice());
        if (order.side() == Side.BUY ? aboveLimit > 0 : aboveLimit < 0) {
            return Either.left(new WorseThanLimit(order.side(), fill.price(), order.limitPrice()));
        }
        BigDecimal left = order.remaining().subtract(fill.quantity());
        return Either.right(List.of(new OrderFilled(fill.tradeId(), fill.quantity(), fill.price(), left)));
    }

    private static Either<OrderRejection, Placed> open(OrderState state) {
        return switch (state) {
            case NotPlaced() -> Either.left(new NoSuchOrder());
            case Placed order when order.status() == Status.FILLED -> Either.left(new AlreadyFilled());
            case Placed order when order.status() == Status.CANCELLED -> Either.left(new AlreadyCancelled());
            case Placed order -> Either.right(order);
        };
    }

    private static Placed placed(OrderState state) {
        if (state instanceof Placed order) {
            return order;
        }
        throw new IllegalStateException("the history of this order does not begin with order_placed");
    }
}
