package dev.daybook.testkit.scenario;

import dev.daybook.core.aggregate.Aggregate;
import io.vavr.control.Either;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Not pure: every decision is another. */
final class DiceDoor implements Aggregate<String, String, String, String> {

    private final AtomicInteger dice = new AtomicInteger();

    @Override
    public String initial() {
        return "";
    }

    @Override
    public Either<String, List<String>> decide(String state, String command) {
        return Either.right(List.of("opened " + dice.incrementAndGet()));
    }

    @Override
    public String apply(String state, String event) {
        return event;
    }

    @Override
    public Class<String> stateClass() {
        return String.class;
    }

    @Override
    public Class<String> eventClass() {
        return String.class;
    }
}
