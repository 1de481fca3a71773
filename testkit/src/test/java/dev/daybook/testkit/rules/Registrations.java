package dev.daybook.testkit.rules;

import dev.daybook.ports.codec.EventCodec;
import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.Payload;
import java.util.List;
import java.util.Set;

/** A codec of which only the registered classes matter. */
final class Registrations implements EventCodec {

    private final Set<Class<?>> classes;

    Registrations(Class<?>... classes) {
        this.classes = Set.of(classes);
    }

    @Override
    public EventType typeOf(Class<?> eventClass) {
        return EventType.of(eventClass.getSimpleName());
    }

    @Override
    public Payload encode(Object event) {
        return Payload.json("{}");
    }

    @Override
    public List<Object> decode(EventType type, Payload payload) {
        return List.of();
    }

    @Override
    public Set<Class<?>> eventClasses() {
        return classes;
    }
}
