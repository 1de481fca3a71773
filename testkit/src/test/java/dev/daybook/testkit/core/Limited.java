package dev.daybook.testkit.core;

import dev.daybook.core.aggregate.Aggregate;
import dev.daybook.ports.event.Tag;
import dev.daybook.testkit.core.Account.Command;
import dev.daybook.testkit.core.Account.Event;
import dev.daybook.testkit.core.Account.Refused;
import dev.daybook.testkit.core.Account.State;
import io.vavr.control.Either;
import java.util.List;
import java.util.Set;

/** An account of which no more than so much is withdrawn at once: the same rules with a limit that is new. */
record Limited(long most) implements Aggregate<Command, State, Event, Refused> {

    private static final Account RULES = new Account();

    @Override
    public State initial() {
        return RULES.initial();
    }

    @Override
    public Either<Refused, List<Event>> decide(State state, Command command) {
        return command instanceof Command.Withdraw(long amount) && amount > most
                ? Either.left(new Refused(state.balance(), amount))
                : RULES.decide(state, command);
    }

    @Override
    public State apply(State state, Event event) {
        return RULES.apply(state, event);
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
    public Set<Tag> tags(Event event) {
        return RULES.tags(event);
    }
}
