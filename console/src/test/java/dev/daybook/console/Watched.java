package dev.daybook.console;

import dev.daybook.core.projection.Projection;
import dev.daybook.core.projection.Recorded;
import dev.daybook.ports.event.StoredEvent;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** Counts as {@link Counted} does; what it does besides can be changed while it is kept. */
final class Watched implements Projection<Counted.Count, StoredEvent> {

    private final Counted counted;
    private final AtomicReference<UnaryOperator<Counted.Count>> besides;

    Watched(int version, AtomicReference<UnaryOperator<Counted.Count>> besides) {
        this.counted = new Counted(version);
        this.besides = besides;
    }

    @Override
    public String name() {
        return counted.name();
    }

    @Override
    public int version() {
        return counted.version();
    }

    @Override
    public Class<StoredEvent> eventClass() {
        return counted.eventClass();
    }

    @Override
    public Class<Counted.Count> stateClass() {
        return counted.stateClass();
    }

    @Override
    public Counted.Count initial() {
        return counted.initial();
    }

    @Override
    public Optional<String> key(Recorded<StoredEvent> event) {
        return counted.key(event);
    }

    @Override
    public Counted.Count apply(Counted.Count state, Recorded<StoredEvent> event) {
        Counted.Count next = counted.apply(state, event);
        return event.stored().position() == 1 ? next : besides.get().apply(next);
    }
}
