package dev.daybook.console;

import dev.daybook.core.projection.Projection;
import dev.daybook.core.projection.Recorded;
import dev.daybook.ports.event.StoredEvent;
import java.util.Optional;

/** How many events each order has. Later versions count only what was ordered. */
record Counted(int version) implements Projection<Counted.Count, StoredEvent> {

    /** A number. */
    record Count(int events) {}

    @Override
    public String name() {
        return "counted";
    }

    @Override
    public Class<StoredEvent> eventClass() {
        return StoredEvent.class;
    }

    @Override
    public Class<Count> stateClass() {
        return Count.class;
    }

    @Override
    public Count initial() {
        return new Count(0);
    }

    @Override
    public Optional<String> key(Recorded<StoredEvent> event) {
        return Optional.of(event.aggregateId()).filter(id -> id.startsWith("order_"));
    }

    @Override
    public Count apply(Count state, Recorded<StoredEvent> event) {
        boolean counts = version == 1 || event.event().type().name().equals("ordered");
        return new Count(state.events() + (counts ? 1 : 0));
    }
}
