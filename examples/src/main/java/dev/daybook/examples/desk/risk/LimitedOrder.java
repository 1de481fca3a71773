package dev.daybook.examples.desk.risk;

import dev.daybook.core.aggregate.Aggregate;
import dev.daybook.examples.desk.Checks;
import dev.daybook.examples.desk.order.Order;
import dev.daybook.examples.desk.order.OrderCommand;
import dev.daybook.examples.desk.order.OrderCommand.PlaceOrder;
import dev.daybook.examples.desk.order.OrderEvent;
import dev.daybook.examples.desk.order.OrderRejection;
import dev.daybook.examples.desk.order.OrderRejection.BeyondRiskLimit;
import dev.daybook.examples.desk.order.OrderState;
import dev.daybook.ports.event.Tag;
import io.vavr.control.Either;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** An order that may not be worth more than the desk's risk limit. In all else it is an {@link Order}. */
public final class LimitedOrder implements Aggregate<OrderCommand, OrderState, OrderEvent, OrderRejection> {

    private final Order order = new Order();
    private final BigDecimal limit;

    /** With a limit above zero, in the currency of the wallet. */
    public LimitedOrder(BigDecimal limit) {
        this.limit = Checks.positive("risk limit", limit);
    }

    @Override
    public Either<OrderRejection, List<OrderEvent>> decide(OrderState state, OrderCommand command) {
        if (command instanceof PlaceOrder place) {
            BigDecimal value = place.quantity().multiply(place.limitPrice());
            if (value.compareTo(limit) > 0) {
                return Either.left(new BeyondRiskLimit(value, limit));
            }
        }
        return order.decide(state, command);
    }

    @Override
    public OrderState initial() {
        return order.initial();
    }

    @Override
    public OrderState apply(OrderState state, OrderEvent event) {
        return order.apply(state, event);
    }

    @Override
    public Class<OrderState> stateClass() {
        return order.stateClass();
    }

    @Override
    public Class<OrderEvent> eventClass() {
        return order.eventClass();
    }

    @Override
    public Set<Tag> tags(OrderEvent event) {
        return order.tags(event);
    }
}
