package dev.daybook.core.process;

import dev.daybook.core.projection.Recorded;
import dev.daybook.core.replay.EventClasses;
import dev.daybook.core.replay.ReplayException;
import dev.daybook.ports.codec.CodecException;
import dev.daybook.ports.codec.EventCodec;
import dev.daybook.ports.codec.UnknownEventException;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which events a process manager is given, and as what. */
final class Inbox<E> {

    private final ProcessManager<?, E, ?> manager;
    private final EventCodec codec;

    Inbox(ProcessManager<?, E, ?> manager, EventCodec codec) {
        this.manager = manager;
        this.codec = codec;
    }

    Query query() {
        Set<String> names = new TreeSet<>();
        for (Class<? extends E> eventClass : manager.eventClasses()) {
            Set<String> found = EventClasses.typeNames(eventClass, codec);
            if (found.isEmpty()) {
                throw new IllegalArgumentException(eventClass.getName() + ", an event class of " + manager.name()
                        + ", is neither a record nor a sealed interface above records");
            }
            names.addAll(found);
        }
        if (names.isEmpty()) {
            throw new IllegalArgumentException(manager.name() + " has no event class; give at least one");
        }
        return Query.types(names.toArray(String[]::new));
    }

    List<Recorded<E>> read(StoredEvent stored) {
        try {
            List<Recorded<E>> events = new ArrayList<>();
            for (Object event : codec.decode(stored.type(), stored.payload())) {
                manager.eventClasses().stream()
                        .filter(eventClass -> eventClass.isInstance(event))
                        .findFirst()
                        .ifPresent(eventClass -> events.add(new Recorded<>(eventClass.cast(event), stored)));
            }
            return events;
        } catch (UnknownEventException | CodecException unreadable) {
            throw new ReplayException(
                    stored,
                    "the process manager " + manager.name() + " cannot read it: " + unreadable.getMessage(),
                    unreadable);
        }
    }
}
