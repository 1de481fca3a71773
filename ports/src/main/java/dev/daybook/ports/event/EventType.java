package dev.daybook.ports.event;

/**
 * What kind of event it is, in the version its payload was written in.
 *
 * @param name a stable name in snake_case, such as {@code order_placed}
 * @param version the schema version of the payload, from 1
 */
public record EventType(String name, int version) {

    /**
     * Checks both parts.
     *
     * @throws IllegalArgumentException if the name is empty or not Unicode text, or the version is below 1
     */
    public EventType {
        Text.checked("event type", name);
        if (version < 1) {
            throw new IllegalArgumentException("version " + version + " of event type " + name + " is below 1");
        }
    }

    /**
     * The first version of a type.
     *
     * @param name a stable name in snake_case
     * @return that type in version 1
     */
    public static EventType of(String name) {
        return new EventType(name, 1);
    }

    /**
     * The type under which events of a class are stored.
     *
     * @param eventClass an event class
     * @return the name and version of its {@link EventName}; without one its simple name in snake_case, so that {@code
     *     OrderPlaced} is {@code order_placed} and {@code HTTPCallMade} is {@code http_call_made}, in version 1
     */
    public static EventType of(Class<?> eventClass) {
        EventName given = eventClass.getAnnotation(EventName.class);
        String derived = SnakeCase.of(eventClass.getSimpleName());
        if (given == null) {
            return of(derived);
        }
        return new EventType(given.value().isEmpty() ? derived : given.value(), given.version());
    }

    @Override
    public String toString() {
        return version == 1 ? name : name + " v" + version;
    }
}
