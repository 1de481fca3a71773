package dev.daybook.testkit.rules.clean;

import dev.daybook.core.aggregate.Aggregate;
import dev.daybook.ports.event.Tag;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** As it should be. */
public final class Lamp implements Aggregate<Instant, Boolean, Lamp.Event, String> {

    /** What happens to it. */
    public sealed interface Event {}

    /** An interface in between. */
    public sealed interface Repaired extends Event {}

    /** Light. */
    public record Lit(Instant at, List<String> rooms) implements Event {

        /** Takes a copy. */
        public Lit {
            rooms = List.copyOf(rooms);
        }
    }

    /** Dark. */
    public record Dark(Duration after) implements Event {}

    /** A new bulb. */
    public record NewBulb() implements Repaired {}

    @Override
    public Boolean initial() {
        return false;
    }

    @Override
    public Either<String, List<Event>> decide(Boolean lit, Instant now) {
        return lit ? Either.left("it is lit" + System.lineSeparator()) : Either.right(List.of(new Lit(now, List.of())));
    }

    @Override
    public Boolean apply(Boolean lit, Event event) {
        return switch (event) {
            case Lit on -> true;
            case Dark off -> false;
            case Repaired repaired -> after(lit, repaired);
        };
    }

    @Override
    public Class<Boolean> stateClass() {
        return Boolean.class;
    }

    @Override
    public Class<Event> eventClass() {
        return Event.class;
    }

    @Override
    public Set<Tag> tags(Event event) {
        return Set.of(Tag.of("kind", "lamp"));
    }

    private static Boolean after(Boolean lit, Repaired repaired) {
        return lit && repaired instanceof NewBulb;
    }
}
