package dev.daybook.core.repository;

import dev.daybook.ports.codec.EventCodec;

/** Finds an event class that nobody has registered when a service starts, and not when the first event of it happens. */
final class EventClasses {

    private EventClasses() {}

    static void requireRegistered(Class<?> type, EventCodec codec) {
        if (type.isSealed()) {
            for (Class<?> permitted : type.getPermittedSubclasses()) {
                requireRegistered(permitted, codec);
            }
        } else if (type.isRecord()) {
            var unused = codec.typeOf(type);
        }
    }
}
