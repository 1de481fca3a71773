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

    @Override
    public String toString() {
        return version == 1 ? name : name + " v" + version;
    }
}
