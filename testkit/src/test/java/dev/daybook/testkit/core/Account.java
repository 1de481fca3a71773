package dev.daybook.testkit.core;

import dev.daybook.core.aggregate.Aggregate;
import dev.daybook.ports.event.Tag;
import dev.daybook.testkit.core.Account.Command;
import dev.daybook.testkit.core.Account.Event;
import dev.daybook.testkit.core.Account.Refused;
import dev.daybook.testkit.core.Account.State;
import io.vavr.control.Either;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** An account with a balance that is never negative: enough rules to see commands rejected, ignored and taken. */
final class Account implements Aggregate<Command, State, Event, Refused> {

    sealed interface Command {
        record Deposit(long amount) implements Command {}

        record Withdraw(long amount) implements Command {}

        /** Takes so many single units, one event each. */
        record Empty(int units) implements Command {}
    }

    sealed interface Event {
        record Deposited(long amount) implements Event {}

        record Withdrawn(long amount) implements Event {}
    }

    record State(long balance, long movements) {}

    record Refused(long balance, long asked) {}

    private final int version;

    Account() {
        this(1);
    }

    /** Of a later version: deposits count twice, so that a stale state is told from a folded one. */
    Account(int version) {
        this.version = version;
    }

    @Override
    public State initial() {
        return new State(0, 0);
    }

    @Override
    public Either<Refused, List<Event>> decide(State state, Command command) {
        return switch (command) {
            case Command.Deposit(long amount) when amount == 0 -> Either.right(List.of());
            case Command.Deposit(long amount) -> Either.right(List.of(new Event.Deposited(amount)));
            case Command.Withdraw(long amount)
            when amount > state.balance() -> Either.left(new Refused(state.balance(), amount));
            case Command.Withdraw(long amount) -> Either.right(List.of(new Event.Withdrawn(amount)));
            case Command.Empty(int units)
            when units > state.balance() -> Either.left(new Refused(state.balance(), units));
            case Command.Empty(int units) ->
                Either.right(List.copyOf(Collections.nCopies(units, new Event.Withdrawn(1))));
        };
    }

    @Override
    public State apply(State state, Event event) {
        return switch (event) {
            case Event.Deposited(long amount) -> new State(state.balance() + amount * version, state.movements() + 1);
            case Event.Withdrawn(long amount) -> new State(state.balance() - amount, state.movements() + 1);
        };
    }

    @Override
    public Class<State> stateClass() {
        return State.class;
    }

    @Override
    public Class<Event> eventClass() {
        return Event.class;
    }

    @Override
    public int foldVersion() {
        return version;
    }

    @Override
    public Set<Tag> tags(Event event) {
        return event instanceof Event.Withdrawn ? Set.of(Tag.of("flow", "out")) : Set.of();
    }
}
