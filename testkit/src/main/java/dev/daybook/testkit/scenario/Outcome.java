package dev.daybook.testkit.scenario;

import dev.daybook.core.fold.Fold;
import io.vavr.control.Either;
import java.util.List;

/**
 * What came of a command: events, none, or a rejection.
 *
 * @param <S> the state
 * @param <E> the events
 * @param <R> why a command is rejected
 */
public final class Outcome<S, E, R> {

    private final Fold<S, E> fold;
    private final S before;
    private final Either<R, List<E>> answer;
    private final Report report;

    Outcome(Fold<S, E> fold, S before, Either<R, List<E>> answer, Report report) {
        this.fold = fold;
        this.before = before;
        this.answer = answer;
        this.report = report;
    }

    /**
     * Compares the events that follow.
     *
     * @param expected the events it should be, oldest first
     * @return this, to compare the state as well
     * @throws AssertionError if there are others, or the command was rejected
     */
    @SafeVarargs
    public final Outcome<S, E, R> then(E... expected) {
        return then(List.of(expected));
    }

    /**
     * Compares the events that follow.
     *
     * @param expected the events it should be, oldest first
     * @return this, to compare the state as well
     * @throws AssertionError if there are others, or the command was rejected
     */
    public Outcome<S, E, R> then(List<? extends E> expected) {
        if (answer.isLeft() || !answer.get().equals(expected)) {
            throw report.failure("events", List.copyOf(expected), Answers.of(answer));
        }
        return this;
    }

    /**
     * Checks that the command was taken and changed nothing.
     *
     * @return this, to compare the state as well
     * @throws AssertionError if there are events, or the command was rejected
     */
    public Outcome<S, E, R> thenNothing() {
        return then(List.of());
    }

    /**
     * Compares the reason of the rejection.
     *
     * @param expected the reason it should be
     * @throws AssertionError if it is another, or the command was not rejected
     */
    public void thenRejected(R expected) {
        if (answer.isRight() || !answer.getLeft().equals(expected)) {
            throw report.failure("rejection", expected, Answers.of(answer));
        }
    }

    /**
     * Checks the kind of the rejection, whatever is in it.
     *
     * @param expected the class of the reason
     * @throws AssertionError if it is another, or the command was not rejected
     */
    public void thenRejected(Class<? extends R> expected) {
        if (answer.isRight() || !expected.isInstance(answer.getLeft())) {
            throw report.failure("rejection", Answers.anyOf(expected), Answers.of(answer));
        }
    }

    /**
     * Compares the state after the events that follow; after a rejection it is the one before.
     *
     * @param expected the state it should be
     * @return this, to compare the events as well
     * @throws AssertionError if it is another
     */
    public Outcome<S, E, R> thenState(S expected) {
        S found = answer.fold(rejection -> before, events -> fold.applyAll(before, events));
        if (!found.equals(expected)) {
            throw report.failure("state", expected, found);
        }
        return this;
    }
}
