package dev.daybook.testkit.scenario;

import dev.daybook.core.aggregate.Aggregate;
import io.vavr.control.Either;
import java.util.List;

/**
 * An aggregate with a history.
 *
 * @param <C> the commands
 * @param <S> the state
 * @param <E> the events
 * @param <R> why a command is rejected
 */
public final class Given<C, S, E, R> {

    private final Aggregate<C, S, E, R> aggregate;
    private final List<E> events;

    Given(Aggregate<C, S, E, R> aggregate, List<E> events) {
        this.aggregate = aggregate;
        this.events = events;
    }

    /**
     * Gives the command. It is decided twice, so that a decision that looks at a clock or throws dice shows.
     *
     * @param command what is asked of the aggregate
     * @return what came of it, to be compared
     * @throws AssertionError if the two decisions differ
     */
    public Outcome<S, E, R> when(C command) {
        S state = aggregate.applyAll(aggregate.initial(), events);
        Either<R, List<E>> answer = aggregate.decide(state, command);
        Either<R, List<E>> again = aggregate.decide(state, command);
        Report report = report().when(command);
        if (!answer.equals(again)) {
            throw report.failure("the same decision at the second time", Answers.of(answer), Answers.of(again));
        }
        return new Outcome<>(aggregate, state, answer, report);
    }

    /**
     * Compares the state that the history leads to.
     *
     * @param expected the state it should be
     * @return this, to go on from
     * @throws AssertionError if it is another
     */
    public Given<C, S, E, R> thenState(S expected) {
        S found = aggregate.applyAll(aggregate.initial(), events);
        if (!found.equals(expected)) {
            throw report().failure("state", expected, found);
        }
        return this;
    }

    private Report report() {
        return new Report(aggregate.getClass().getSimpleName(), events);
    }
}
