package dev.daybook.core.replay;

import dev.daybook.ports.codec.EventCodec;
import java.util.Set;
import java.util.TreeSet;

/** The event classes under one, found when a service starts: one that nobody has registered is noticed then, and not at its first event. */
public final class EventClasses {

    private EventClasses() {}

    /**
     * The names of the event types of all records under a class.
     *
     * @param root the sealed interface above them, or the one record
     * @param codec knows their types
     * @return the names, in order; none if there is no record
     * @throws dev.daybook.ports.codec.UnknownEventException if one of them is not registered
     */
    public static Set<String> typeNames(Class<?> root, EventCodec codec) {
        Set<String> names = new TreeSet<>();
        collect(root, codec, names);
        return names;
    }

    private static void collect(Class<?> type, EventCodec codec, Set<String> names) {
        if (type.isSealed()) {
            for (Class<?> permitted : type.getPermittedSubclasses()) {
                collect(permitted, codec, names);
            }
        } else if (type.isRecord()) {
            names.add(codec.typeOf(type).name());
        }
    }
}
