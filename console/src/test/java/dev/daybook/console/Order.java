package dev.daybook.console;

import dev.daybook.core.aggregate.Aggregate;
import io.vavr.control.Either;
import java.util.List;

/** The rules of the shop's orders, as far as a console asks for them. */
final class Order implements Aggregate<String, Order.State, Shop.Event, String> {

    /** How much of an order is still to be sent. */
    record State(String customer, int open) {}

    @Override
    public State initial() {
        return new State("", 0);
    }

    @Override
    public Either<String, List<Shop.Event>> decide(State state, String command) {
        return Either.left("orders are recorded, not decided");
    }

    @Override
    public State apply(State state, Shop.Event event) {
        return switch (event) {
            case Shop.Event.Ordered ordered -> new State(ordered.customer(), ordered.amount());
            case Shop.Event.Sent sent -> new State(state.customer(), state.open() - sent.amount());
        };
    }

    @Override
    public Class<State> stateClass() {
        return State.class;
    }

    @Override
    public Class<Shop.Event> eventClass() {
        return Shop.Event.class;
    }
}
