package dev.daybook.core.audit;

import dev.daybook.ports.event.Sensitive;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Words from names: what a record says of itself when nobody has said it better. */
final class Words {

    private static final String MASK = "***";

    private static final ClassValue<Component[]> COMPONENTS = new ClassValue<>() {
        @Override
        protected Component[] computeValue(Class<?> type) {
            return type.isRecord()
                    ? Arrays.stream(type.getRecordComponents())
                            .map(Component::of)
                            .toArray(Component[]::new)
                    : new Component[0];
        }
    };

    private Words() {}

    /** {@code order_placed} as {@code Order placed}. */
    static String sentence(String typeName) {
        String words = typeName.replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** An export asks for it a million times, and so it is put together by hand. */
    static String generic(String typeName, Object event) {
        StringBuilder words = new StringBuilder(sentence(typeName));
        String before = ": ";
        for (Component component : COMPONENTS.get(event.getClass())) {
            words.append(before).append(component.label()).append(' ').append(component.valueIn(event));
            before = ", ";
        }
        return words.toString();
    }

    /** {@code entryPrice} as {@code entry price}. */
    private static String label(String componentName) {
        return componentName
                .replaceAll("(?<=[\\p{Ll}\\d])(?=\\p{Lu})", " ")
                .toLowerCase(Locale.ROOT)
                .replace('_', ' ');
    }

    private record Component(String label, Method accessor, boolean sensitive) {

        static Component of(RecordComponent component) {
            Method accessor = component.getAccessor();
            accessor.trySetAccessible();
            return new Component(
                    Words.label(component.getName()), accessor, component.isAnnotationPresent(Sensitive.class));
        }

        String valueIn(Object event) {
            if (sensitive) {
                return MASK;
            }
            try {
                Object value = accessor.invoke(event);
                return value instanceof Optional<?> optional
                        ? optional.map(Object::toString).orElse("none")
                        : String.valueOf(value);
            } catch (ReflectiveOperationException unreadable) {
                return "?";
            }
        }
    }
}
