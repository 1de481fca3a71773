package dev.daybook.testkit.rules.dirty;

import dev.daybook.core.aggregate.Aggregate;
import io.vavr.control.Either;
import java.util.List;

/** Has a default, behind which one event of three gets lost. */
public final class Forgetful implements Aggregate<String, Integer, Forgetful.Event, String> {

    /** What happens. */
    public sealed interface Event {}

    record One() implements Event {}

    record Two() implements Event {}

    record Lost() implements Event {}

    @Override
    public Integer initial() {
        return 0;
    }

    @Override
    public Either<String, List<Event>> decide(Integer state, String command) {
        return Either.right(List.of(new Lost()));
    }

    @Override
    public Integer apply(Integer state, Event event) {
        return switch (event) {
            case One one -> state + 1;
            case Two two -> state + 2;
            default -> state;
        };
    }

    @Override
    public Class<Integer> stateClass() {
        return Integer.class;
    }

    @Override
    public Class<Event> eventClass() {
        return Event.class;
    }
}
