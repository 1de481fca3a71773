package dev.daybook.ports.codec;

import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.Payload;
import java.util.List;
import java.util.Set;

/** Between a user's event objects and what a log stores. Safe for concurrent use. */
public interface EventCodec {

    /**
     * The type under which events of a class are stored.
     *
     * @param eventClass a registered class
     * @return its type, in the version the class writes
     * @throws UnknownEventException if the class is not registered
     */
    EventType typeOf(Class<?> eventClass);

    /**
     * Writes an event.
     *
     * @param event an instance of a registered class
     * @return its content
     * @throws UnknownEventException if the class is not registered
     * @throws CodecException if it cannot be written
     */
    Payload encode(Object event);

    /**
     * Reads what is stored, in today's classes. What was written in an older version is brought up to date first, so that one
     * stored event can become several or none.
     *
     * @param type the type it was stored under
     * @param payload its content
     * @return the events, in order
     * @throws UnknownEventException if no class is registered for the type
     * @throws CodecException if the content does not fit
     */
    List<Object> decode(EventType type, Payload payload);

    /**
     * The registered classes.
     *
     * @return an unmodifiable set
     */
    Set<Class<?>> eventClasses();
}
