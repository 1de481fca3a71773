package dev.daybook.examples.demo.story;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** The components of a record as text, by name. */
final class Components {

    private Components() {}

    static Map<String, String> of(Object state) {
        Map<String, String> values = new LinkedHashMap<>();
        for (RecordComponent component : state.getClass().getRecordComponents()) {
            values.put(component.getName(), text(component, state));
        }
        return values;
    }

    private static String text(RecordComponent component, Object state) {
        try {
            Object value = component.getAccessor().invoke(state);
            return value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(component + " of a public record cannot be read", e);
        }
    }
}
