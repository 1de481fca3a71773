package dev.daybook.core.process;

import dev.daybook.core.boundary.Decision;
import dev.daybook.core.repository.ExecuteResult;
import java.util.function.Function;

/** What became of a command. */
public sealed interface Answer {

    /** Accepted, and in the log by events with the ids of the context that came with it. */
    record Stored() implements Answer {}

    /** Accepted, and there is no such event: nothing had to be done, or it was done elsewhere. */
    record Done() implements Answer {}

    /**
     * Rejected.
     *
     * @param reason why; what is longer than 1,000 characters is cut
     */
    record Rejected(String reason) implements Answer {}

    /**
     * The answer of a repository.
     *
     * @param result what it has answered
     * @param <R> why a command is rejected
     * @return the same as an answer, with the reason as its own text
     * @throws IllegalStateException if others have kept winning the race, so that the command is tried again
     */
    static <R> Answer of(ExecuteResult<?, ?, R> result) {
        return of(result, String::valueOf);
    }

    /**
     * The answer of a repository, with words for rejections.
     *
     * @param result what it has answered
     * @param words makes a reason a text
     * @param <R> why a command is rejected
     * @return the same as an answer
     * @throws IllegalStateException if others have kept winning the race, so that the command is tried again
     */
    static <R> Answer of(ExecuteResult<?, ?, R> result, Function<? super R, String> words) {
        return switch (result) {
            case ExecuteResult.Stored<?, ?, R> stored -> new Stored();
            case ExecuteResult.NothingToDo<?, ?, R> nothing -> new Done();
            case ExecuteResult.Rejected<?, ?, R>(R reason) -> new Rejected(words.apply(reason));
            case ExecuteResult.Conflict<?, ?, R> conflict -> throw new IllegalStateException(conflict.describe());
        };
    }

    /**
     * The answer of a decider.
     *
     * @param decision what it has decided
     * @param words makes a reason a text
     * @param <R> why a command is rejected
     * @return the same as an answer
     * @throws IllegalStateException if others have kept winning the race, so that the command is tried again
     */
    static <R> Answer of(Decision<R> decision, Function<? super R, String> words) {
        return switch (decision) {
            case Decision.Accepted<R> accepted -> accepted.stored().isEmpty() ? new Done() : new Stored();
            case Decision.Rejected<R>(R reason) -> new Rejected(words.apply(reason));
            case Decision.Conflict<R> conflict ->
                throw new IllegalStateException("others won the race " + conflict.attempts() + " times");
        };
    }
}
