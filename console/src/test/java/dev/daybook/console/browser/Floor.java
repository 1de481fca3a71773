package dev.daybook.console.browser;

import dev.daybook.core.aggregate.Aggregate;
import dev.daybook.ports.event.Tag;
import io.vavr.control.Either;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The rules of an order, small enough for tests. */
final class Floor implements Aggregate<Floor.Command, Floor.State, Floor.Event, String> {

    /** What happens to an order. */
    sealed interface Event {
        /** Somebody wants to buy or sell. */
        record OrderPlaced(String symbol, String side, int quantity, BigDecimal price) implements Event {}

        /** Some of it was traded. */
        record OrderFilled(int quantity, BigDecimal price) implements Event {}

        /** The rest is wanted no longer. */
        record OrderCancelled(String reason) implements Event {}
    }

    /** What is asked of an order. */
    sealed interface Command {
        /** Begin. */
        record PlaceOrder(String symbol, String side, int quantity, BigDecimal price) implements Command {}

        /** Trade some of it. */
        record FillOrder(int quantity, BigDecimal price) implements Command {}

        /** Give it up. */
        record CancelOrder(String reason) implements Command {}
    }

    /** One trade. */
    record Fill(int quantity, BigDecimal price) {}

    /** What an order is. */
    record State(
            String symbol, String side, int quantity, int open, BigDecimal value, String status, List<Fill> fills) {

        State {
            fills = List.copyOf(fills);
        }
    }

    @Override
    public State initial() {
        return new State("", "", 0, 0, BigDecimal.ZERO, "new", List.of());
    }

    @Override
    public Either<String, List<Event>> decide(State state, Command command) {
        return switch (command) {
            case Command.PlaceOrder(String symbol, String side, int quantity, BigDecimal price) ->
                Either.right(List.of(new Event.OrderPlaced(symbol, side, quantity, price)));
            case Command.FillOrder(int quantity, BigDecimal price) ->
                quantity > state.open()
                        ? Either.left("only " + state.open() + " are open")
                        : Either.right(List.of(new Event.OrderFilled(quantity, price)));
            case Command.CancelOrder(String reason) ->
                state.open() == 0
                        ? Either.left("nothing is open")
                        : Either.right(List.of(new Event.OrderCancelled(reason)));
        };
    }

    @Override
    public State apply(State state, Event event) {
        return switch (event) {
            case Event.OrderPlaced(String symbol, String side, int quantity, BigDecimal price) ->
                new State(symbol, side, quantity, quantity, state.value(), "open", List.of());
            case Event.OrderFilled(int quantity, BigDecimal price) -> {
                List<Fill> fills = new ArrayList<>(state.fills());
                fills.add(new Fill(quantity, price));
                int open = state.open() - quantity;
                BigDecimal value = state.value().add(price.multiply(BigDecimal.valueOf(quantity)));
                yield new State(
                        state.symbol(),
                        state.side(),
                        state.quantity(),
                        open,
                        value,
                        open == 0 ? "filled" : "open",
                        fills);
            }
            case Event.OrderCancelled(String reason) ->
                new State(state.symbol(), state.side(), state.quantity(), 0, state.value(), "cancelled", state.fills());
        };
    }

    @Override
    public Set<Tag> tags(Event event) {
        return event instanceof Event.OrderPlaced placed ? Set.of(Tag.of("symbol", placed.symbol())) : Set.of();
    }

    @Override
    public Class<State> stateClass() {
        return State.class;
    }

    @Override
    public Class<Event> eventClass() {
        return Event.class;
    }
}
