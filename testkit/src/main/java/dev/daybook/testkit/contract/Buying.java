package dev.daybook.testkit.contract;

import dev.daybook.core.process.Answer;
import dev.daybook.core.process.Answered;
import dev.daybook.core.process.Deadline;
import dev.daybook.core.process.ProcessManager;
import dev.daybook.core.process.Reaction;
import dev.daybook.core.projection.Recorded;
import dev.daybook.testkit.contract.OrderEvent.CalledOff;
import dev.daybook.testkit.contract.OrderEvent.Postponed;
import dev.daybook.testkit.contract.OrderEvent.Ticked;
import dev.daybook.testkit.contract.OrderEvent.Wanted;
import dev.daybook.testkit.contract.PurseCommand.Release;
import dev.daybook.testkit.contract.PurseCommand.Reserve;
import dev.daybook.testkit.contract.PurseEvent.Released;
import dev.daybook.testkit.contract.PurseEvent.Reserved;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reserves the price of an order in one purse and its fee in another. Where the fee cannot be had the price is released; where nothing more is
 * heard in time as well. It counts what it is told, so that what comes twice shows in a number.
 */
class Buying implements ProcessManager<Buying.State, Buying.Told, PurseCommand> {

    static final String PRICES = "prices";
    static final String FEES = "fees";
    static final String PATIENCE = "patience";
    static final long FEE = 1;

    /** What it is told of. */
    interface Told {}

    /** How far an order has come, and how often what was told. */
    record State(String step, int wanted, int answers, int reserved, int released, int fired) {

        State at(String next) {
            return new State(next, wanted, answers, reserved, released, fired);
        }
    }

    private final Duration patience;

    Buying(Duration patience) {
        this.patience = patience;
    }

    @Override
    public String name() {
        return "buying";
    }

    @Override
    public List<Class<? extends Told>> eventClasses() {
        return List.of(OrderEvent.class, PurseEvent.Reserved.class, PurseEvent.Released.class);
    }

    @Override
    public Class<State> stateClass() {
        return State.class;
    }

    @Override
    public Class<PurseCommand> commandClass() {
        return PurseCommand.class;
    }

    @Override
    public State initial() {
        return new State("new", 0, 0, 0, 0, 0);
    }

    @Override
    public Optional<String> key(Recorded<Told> event) {
        return switch (event.event()) {
            case Ticked ticked -> Optional.empty();
            case OrderEvent order -> Optional.of(event.aggregateId());
            case Reserved reserved -> Optional.of(reserved.order());
            case Released released -> Optional.of(released.order());
            default -> Optional.empty();
        };
    }

    @Override
    public Reaction<State, PurseCommand> on(State state, Recorded<Told> event) {
        if (state.wanted() == 0 && !(event.event() instanceof Wanted)) {
            // Somebody else's reservation.
            return become(state);
        }
        return switch (event.event()) {
            case Wanted wanted ->
                become(new State(
                                "wanted",
                                state.wanted() + 1,
                                state.answers(),
                                state.reserved(),
                                state.released(),
                                state.fired()))
                        .send(PRICES, new Reserve(wanted.order(), wanted.amount()))
                        .send(FEES, new Reserve(wanted.order(), FEE))
                        .deadline(PATIENCE, event.timestamp().plus(patience));
            case CalledOff off -> become(state.at("called off")).cancel(PATIENCE);
            case Postponed postponed -> become(state).deadline(PATIENCE, postponed.until());
            case Reserved reserved ->
                become(new State(
                        state.step(),
                        state.wanted(),
                        state.answers(),
                        state.reserved() + 1,
                        state.released(),
                        state.fired()));
            case Released released -> released(state);
            default -> throw new IllegalArgumentException(event.toString());
        };
    }

    private Reaction<State, PurseCommand> released(State state) {
        State told = new State(
                state.step(), state.wanted(), state.answers(), state.reserved(), state.released() + 1, state.fired());
        return state.step().equals("refused") ? become(told).giveUp("there was no fee") : become(told);
    }

    @Override
    public Reaction<State, PurseCommand> onAnswer(State state, Answered<PurseCommand> answered, Instant now) {
        State told = new State(
                state.step(), state.wanted(), state.answers() + 1, state.reserved(), state.released(), state.fired());
        if (!(answered.command() instanceof Reserve reserve) || !(answered.answer() instanceof Answer.Rejected why)) {
            return become(told);
        }
        return answered.aggregateId().equals(FEES)
                ? become(told.at("refused")).send(PRICES, new Release(reserve.order()))
                : become(told.at("refused"))
                        .send(FEES, new Release(reserve.order()))
                        .giveUp(why.reason());
    }

    @Override
    public Reaction<State, PurseCommand> onDeadline(State state, Deadline deadline, Instant now) {
        State told = new State(
                "late", state.wanted(), state.answers(), state.reserved(), state.released(), state.fired() + 1);
        return become(told).send(PRICES, new Release(deadline.process())).send(FEES, new Release(deadline.process()));
    }
}
