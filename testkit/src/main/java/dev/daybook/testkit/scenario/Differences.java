package dev.daybook.testkit.scenario;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where two values differ: component by component where both are records of one class, event by event where both are lists. */
final class Differences {

    private final List<String> lines = new ArrayList<>();

    private Differences() {}

    /** One line for each component that differs; none where the values as a whole say all there is to say. */
    static List<String> between(Object expected, Object found) {
        Differences differences = new Differences();
        differences.compare("", expected, found);
        return differences.lines;
    }

    private void compare(String path, @Nullable Object expected, @Nullable Object found) {
        if (Objects.equals(expected, found)) {
            return;
        }
        if (expected instanceof List<?> left && found instanceof List<?> right) {
            compareLists(path.isEmpty() ? "" : path + ".", left, right);
        } else if (expected instanceof Record && found != null && expected.getClass() == found.getClass()) {
            for (RecordComponent component : expected.getClass().getRecordComponents()) {
                String below = path.isEmpty() ? component.getName() : path + "." + component.getName();
                compare(below, value(component, expected), value(component, found));
            }
        } else if (!path.isEmpty()) {
            lines.add(path + ": expected " + expected + ", found " + found + hint(expected, found));
        }
    }

    private void compareLists(String path, List<?> expected, List<?> found) {
        if (expected.size() != found.size()) {
            lines.add(path + "size: expected " + expected.size() + ", found " + found.size());
        }
        for (int i = 0; i < Math.min(expected.size(), found.size()); i++) {
            compare(path + (i + 1), expected.get(i), found.get(i));
        }
    }

    private static String hint(@Nullable Object expected, @Nullable Object found) {
        if (expected instanceof BigDecimal left && found instanceof BigDecimal right && left.compareTo(right) == 0) {
            return " (the same number with another scale)";
        }
        boolean alike = expected != null && found != null && expected.toString().equals(found.toString());
        return alike ? " (of " + className(expected) + " and " + className(found) + ")" : "";
    }

    private static String className(@Nullable Object value) {
        return value == null ? "null" : value.getClass().getName();
    }

    private static @Nullable Object value(RecordComponent component, Object owner) {
        try {
            // A test's records are often private to it.
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(owner);
        } catch (IllegalAccessException | InvocationTargetException e) {
            return "unreadable (" + e + ")";
        }
    }
}
