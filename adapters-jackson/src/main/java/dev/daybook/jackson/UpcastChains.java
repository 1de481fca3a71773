package dev.daybook.jackson;

import dev.daybook.ports.codec.UnknownEventException;
import dev.daybook.ports.event.EventType;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** All upcasters of a codec, checked for holes once, so that whatever they begin to read they can bring to today's classes. */
final class UpcastChains {

    private final Map<EventType, Upcast> steps = new HashMap<>();
    private final Registry registry;

    UpcastChains(List<Upcast> all, Registry registry) {
        this.registry = registry;
        for (Upcast step : all) {
            if (steps.put(step.from(), step) != null) {
                throw new IllegalArgumentException("two upcasters begin at " + named(step.from()) + "; keep one");
            }
            refuseCurrent(step.from());
        }
        steps.keySet().forEach(from -> follow(from, new LinkedHashSet<>()));
    }

    private void refuseCurrent(EventType from) {
        Registered registered = registry.named(from.name());
        if (registered != null && from.version() >= registered.type().version()) {
            throw new IllegalArgumentException("an upcaster begins at " + named(from) + ", but "
                    + registered.eventClass().getName() + " writes version "
                    + registered.type().version()
                    + "; raise the version in its @EventName, or remove the upcaster");
        }
    }

    private void follow(EventType type, Set<EventType> way) {
        if (registry.knows(type)) {
            return;
        }
        if (!way.add(type)) {
            throw new IllegalArgumentException("the upcasters lead in a circle: " + way + " and again " + named(type));
        }
        Upcast step = steps.get(type);
        if (step == null) {
            throw new IllegalArgumentException("upcasters lead to " + named(type) + ", " + deadEnd(type));
        }
        step.into().forEach(next -> follow(next, way));
        way.remove(type);
    }

    private String deadEnd(EventType type) {
        Registered registered = registry.named(type.name());
        if (registered == null) {
            return "which no event class is registered for and no upcaster begins at; register the class or correct the name";
        }
        return "but " + registered.eventClass().getName() + " writes version "
                + registered.type().version() + " and no upcaster begins there; add one";
    }

    /** Hands each event that comes of a stored one, in today's version, to a taker. */
    void apply(EventType type, ObjectNode json, BiConsumer<Registered, ObjectNode> taker) {
        Registered registered = registry.named(type.name());
        if (registered != null && registered.type().version() == type.version()) {
            taker.accept(registered, json);
            return;
        }
        Upcast step = steps.get(type);
        if (step == null) {
            throw unknown(type, registered);
        }
        for (Upcast.Part part : step.apply(json)) {
            apply(part.type(), part.content(), taker);
        }
    }

    /** Refuses what there is no way from, before its content is looked at. */
    void check(EventType type) {
        if (!steps.containsKey(type)) {
            throw unknown(type, registry.named(type.name()));
        }
    }

    private static UnknownEventException unknown(EventType type, @Nullable Registered registered) {
        if (registered == null) {
            return new UnknownEventException("no event class is registered for " + named(type)
                    + "; register it with JacksonCodec.Builder.events, or say with an upcaster what became of it");
        }
        int today = registered.type().version();
        if (type.version() > today) {
            return new UnknownEventException(
                    named(type) + " is newer than " + registered.eventClass().getName()
                            + ", which knows version " + today
                            + ": a newer release of this service has written it; bring this one up to it");
        }
        return new UnknownEventException(
                named(type) + " is older than " + registered.eventClass().getName() + ", which reads version " + today
                        + ", and no upcaster begins there; add one with JacksonCodec.Builder.upcast");
    }

    static String named(EventType type) {
        return "event type " + type.name() + " in version " + type.version();
    }
}
