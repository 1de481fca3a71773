package dev.daybook.console.difference;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The difference of two JSON values: the deepest places that differ, in the order of the fields. Objects are compared by their fields and
 * arrays by their places; numbers by what they are worth, so that 1.0 and 1.00 are equal. Pure.
 */
public final class JsonDifference {

    private final List<Change> changes = new ArrayList<>();

    private JsonDifference() {}

    public static List<Change> between(JsonNode before, JsonNode after) {
        JsonDifference difference = new JsonDifference();
        difference.compare("", before, after);
        return List.copyOf(difference.changes);
    }

    private void compare(String path, JsonNode before, JsonNode after) {
        if (before instanceof ObjectNode old && after instanceof ObjectNode now) {
            fields(path, old, now);
        } else if (before instanceof ArrayNode old && after instanceof ArrayNode now) {
            elements(path, old, now);
        } else if (!same(before, after)) {
            changes.add(new Change(path, Optional.of(before), Optional.of(after)));
        }
    }

    private static boolean same(JsonNode before, JsonNode after) {
        boolean numbers = before.isNumber() && after.isNumber();
        return numbers ? before.decimalValue().compareTo(after.decimalValue()) == 0 : before.equals(after);
    }

    private void fields(String path, ObjectNode before, ObjectNode after) {
        Set<String> names = new LinkedHashSet<>(before.propertyNames());
        names.addAll(after.propertyNames());
        for (String name : names) {
            step(path + '/' + name.replace("~", "~0").replace("/", "~1"), before.get(name), after.get(name));
        }
    }

    private void elements(String path, ArrayNode before, ArrayNode after) {
        for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
            step(path + '/' + i, before.get(i), after.get(i));
        }
    }

    private void step(String path, @Nullable JsonNode before, @Nullable JsonNode after) {
        if (before != null && after != null) {
            compare(path, before, after);
        } else {
            changes.add(new Change(path, Optional.ofNullable(before), Optional.ofNullable(after)));
        }
    }
}
