package dev.daybook.testkit.scenario;

import io.vavr.control.Either;
import java.util.List;

/** An answer as a failure shows it. */
final class Answers {

    private Answers() {}

    /** What a decision answered: the list of events as it is, or the rejection. */
    static <R, E> Object of(Either<R, List<E>> answer) {
        return answer.isLeft() ? new Rejected(answer.getLeft()) : answer.get();
    }

    static Object anyOf(Class<?> rejection) {
        return new Rejected("any " + rejection.getSimpleName());
    }

    record Rejected(Object reason) {

        @Override
        public String toString() {
            return "rejected: " + reason;
        }
    }
}
