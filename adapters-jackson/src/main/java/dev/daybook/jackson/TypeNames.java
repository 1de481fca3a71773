package dev.daybook.jackson;

import dev.daybook.ports.event.EventName;
import dev.daybook.ports.event.EventType;
import java.util.Locale;

/** The event type of a class: from {@link EventName}, else from its simple name. */
final class TypeNames {

    private TypeNames() {}

    static EventType of(Class<?> type) {
        EventName name = type.getAnnotation(EventName.class);
        if (name == null) {
            return EventType.of(snakeCase(type.getSimpleName()));
        }
        return new EventType(name.value().isEmpty() ? snakeCase(type.getSimpleName()) : name.value(), name.version());
    }

    /** {@code OrderPlaced} to {@code order_placed}, {@code HTTPCallMade} to {@code http_call_made}. */
    static String snakeCase(String name) {
        StringBuilder snake = new StringBuilder(name.length() + 4);
        for (int i = 0; i < name.length(); i++) {
            if (i > 0 && startsWord(name, i)) {
                snake.append('_');
            }
            snake.append(name.charAt(i));
        }
        return snake.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean startsWord(String name, int at) {
        if (!Character.isUpperCase(name.charAt(at)) || name.charAt(at - 1) == '_') {
            return false;
        }
        boolean afterLower = !Character.isUpperCase(name.charAt(at - 1));
        boolean beforeLower = at + 1 < name.length() && Character.isLowerCase(name.charAt(at + 1));
        return afterLower || beforeLower;
    }
}
