package dev.daybook.testkit.contract;

import dev.daybook.core.aggregate.Aggregate;
import dev.daybook.testkit.contract.PurseCommand.Fill;
import dev.daybook.testkit.contract.PurseCommand.Release;
import dev.daybook.testkit.contract.PurseCommand.Reserve;
import dev.daybook.testkit.contract.PurseEvent.Filled;
import dev.daybook.testkit.contract.PurseEvent.Released;
import dev.daybook.testkit.contract.PurseEvent.Reserved;
import io.vavr.control.Either;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Money of which parts are reserved for orders. */
final class Purse implements Aggregate<PurseCommand, Purse.State, PurseEvent, String> {

    record State(long free, Map<String, Long> reserved) {

        long total() {
            return free + reserved.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    @Override
    public State initial() {
        return new State(0, Map.of());
    }

    @Override
    public Either<String, List<PurseEvent>> decide(State state, PurseCommand command) {
        return switch (command) {
            case Fill fill -> Either.right(List.of(new Filled(fill.amount())));
            case Reserve reserve -> reserve(state, reserve);
            case Release release ->
                Either.right(
                        state.reserved().containsKey(release.order())
                                ? List.of(new Released(
                                        release.order(), state.reserved().get(release.order())))
                                : List.of());
        };
    }

    private static Either<String, List<PurseEvent>> reserve(State state, Reserve reserve) {
        if (state.reserved().containsKey(reserve.order())) {
            return Either.left("reserved before");
        }
        return reserve.amount() > state.free()
                ? Either.left("too little")
                : Either.right(List.of(new Reserved(reserve.order(), reserve.amount())));
    }

    @Override
    public State apply(State state, PurseEvent event) {
        Map<String, Long> reserved = new TreeMap<>(state.reserved());
        return switch (event) {
            case Filled filled -> new State(state.free() + filled.amount(), reserved);
            case Reserved more -> {
                reserved.put(more.order(), more.amount());
                yield new State(state.free() - more.amount(), reserved);
            }
            case Released less -> {
                reserved.remove(less.order());
                yield new State(state.free() + less.amount(), reserved);
            }
        };
    }

    @Override
    public Class<State> stateClass() {
        return State.class;
    }

    @Override
    public Class<PurseEvent> eventClass() {
        return PurseEvent.class;
    }
}
