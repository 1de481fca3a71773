package dev.daybook.testkit.scenario;

import dev.daybook.core.aggregate.Aggregate;
import dev.daybook.testkit.scenario.Door.DoorCommand;
import dev.daybook.testkit.scenario.Door.DoorEvent;
import dev.daybook.testkit.scenario.Door.DoorState;
import io.vavr.control.Either;
import java.math.BigDecimal;
import java.util.List;

/** A door that opens by width: small enough to see the scenario and not the domain. */
final class Door implements Aggregate<DoorCommand, DoorState, DoorEvent, Door.Refused> {

    sealed interface DoorCommand {
        record Open(BigDecimal width) implements DoorCommand {}

        record Knock() implements DoorCommand {}
    }

    sealed interface DoorEvent {
        record Opened(BigDecimal width, String by) implements DoorEvent {}
    }

    record DoorState(boolean open, BigDecimal width) {}

    record Refused(String reason, int times) {}

    @Override
    public DoorState initial() {
        return new DoorState(false, BigDecimal.ZERO);
    }

    @Override
    public Either<Refused, List<DoorEvent>> decide(DoorState state, DoorCommand command) {
        return switch (command) {
            case DoorCommand.Open open when state.open() -> Either.left(new Refused("it is open", 1));
            case DoorCommand.Open open -> Either.right(List.of(new DoorEvent.Opened(open.width(), "alice")));
            case DoorCommand.Knock() -> Either.right(List.of());
        };
    }

    @Override
    public DoorState apply(DoorState state, DoorEvent event) {
        return switch (event) {
            case DoorEvent.Opened opened -> new DoorState(true, opened.width());
        };
    }

    @Override
    public Class<DoorState> stateClass() {
        return DoorState.class;
    }

    @Override
    public Class<DoorEvent> eventClass() {
        return DoorEvent.class;
    }
}
