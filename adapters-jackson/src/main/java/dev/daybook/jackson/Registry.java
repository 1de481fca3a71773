package dev.daybook.jackson;

import dev.daybook.ports.codec.UnknownEventException;
import dev.daybook.ports.event.EventType;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The event classes a codec knows, by class and by type name. Immutable. */
final class Registry {

    private final Map<Class<?>, Registered> byClass;
    private final Map<String, Registered> byName;
    private final Set<Class<?>> classes;

    private Registry(Map<Class<?>, Registered> byClass, Map<String, Registered> byName) {
        this.byClass = Map.copyOf(byClass);
        this.byName = new HashMap<>(byName);
        this.classes = Collections.unmodifiableSet(new LinkedHashSet<>(byClass.keySet()));
    }

    static Registry of(Set<Class<?>> roots, Shapes shapes) {
        Map<Class<?>, Registered> byClass = new LinkedHashMap<>();
        Map<String, Registered> byName = new LinkedHashMap<>();
        for (Class<?> root : roots) {
            for (Class<?> leaf : Hierarchy.leaves(root)) {
                if (!byClass.containsKey(leaf)) {
                    Registered made = registered(leaf, shapes);
                    byClass.put(leaf, made);
                    refuseTwins(made, byName.put(made.type().name(), made));
                }
            }
        }
        return new Registry(byClass, byName);
    }

    private static Registered registered(Class<?> leaf, Shapes shapes) {
        if (!leaf.isRecord()) {
            throw new IllegalArgumentException(
                    leaf.getName() + " is not a record, and every event is one; make it a record");
        }
        try {
            return new Registered(leaf, TypeNames.of(leaf), shapes.of(leaf));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "event class " + leaf.getName() + " cannot be registered: " + e.getMessage(), e);
        }
    }

    private static void refuseTwins(Registered made, @Nullable Registered other) {
        if (other != null) {
            throw new IllegalArgumentException("both " + other.eventClass().getName() + " and "
                    + made.eventClass().getName() + " would be stored as "
                    + made.type().name() + "; give one another name with @EventName");
        }
    }

    Registered of(Class<?> eventClass) {
        Registered registered = byClass.get(eventClass);
        if (registered == null) {
            throw new UnknownEventException(
                    "event class " + eventClass.getName()
                            + " is not registered; name it, or the sealed interface it is under, in JacksonCodec.Builder.events");
        }
        return registered;
    }

    @Nullable
    Registered named(String name) {
        return byName.get(name);
    }

    boolean knows(EventType type) {
        Registered registered = byName.get(type.name());
        return registered != null && registered.type().version() == type.version();
    }

    Set<Class<?>> classes() {
        return classes;
    }
}
