package dev.daybook.console.page;

import dev.daybook.console.difference.Change;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A state as rows that are moved in by their depth, with what has changed marked where it is. */
public final class StateTree {

    private static final int MOST_ROWS = 1_000;

    /** What lies deeper is shown as text in one row. */
    private static final int DEEPEST = 8;

    private static final int LONGEST = 2_000;
    private static final int BRIEF_FIELDS = 5;
    private static final int BRIEF = 110;

    /**
     * One row.
     *
     * @param depth how far it is moved in, as the name of a class
     * @param value what stands there, empty for the head of an object or an array
     * @param kind what sort of value it is, as the name of a class
     * @param before what stood there before
     * @param mark {@code same}, {@code changed}, {@code added} or {@code removed}
     */
    public record Row(String depth, String key, String value, String kind, String before, String mark) {}

    private final Map<String, Change> changes = new HashMap<>();
    private final Map<String, List<Change>> removed = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();

    private StateTree(List<Change> all) {
        for (Change change : all) {
            changes.put(change.path(), change);
            if (change.after().isEmpty()) {
                removed.computeIfAbsent(parent(change.path()), any -> new ArrayList<>())
                        .add(change);
            }
        }
    }

    static List<Row> of(JsonNode state, List<Change> changes) {
        StateTree tree = new StateTree(changes);
        if (state.isContainer()) {
            tree.children("", state, 0);
        } else {
            tree.value("", "", state, 0);
        }
        return List.copyOf(tree.rows);
    }

    /** Whether there are more rows than are shown. */
    static boolean isCut(List<Row> rows) {
        return rows.size() >= MOST_ROWS;
    }

    private void children(String path, JsonNode node, int depth) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> child(path, field.getKey(), field.getValue(), depth));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                child(path, Integer.toString(i), array.get(i), depth);
            }
        }
        for (Change change : removed.getOrDefault(path, List.of())) {
            add(depth, name(change.path()), "", "gone", change.before(), "removed");
        }
    }

    private void child(String path, String key, JsonNode node, int depth) {
        value(path + '/' + key.replace("~", "~0").replace("/", "~1"), key, node, depth);
    }

    private void value(String path, String key, JsonNode node, int depth) {
        Optional<Change> change = Optional.ofNullable(changes.get(path));
        String mark = change.map(found -> found.before().isPresent() ? "changed" : "added")
                .orElse("same");
        if (isBrief(path, node)) {
            add(depth, key, brief(node), "brief", change.flatMap(Change::before), mark);
        } else if (node.isContainer() && !node.isEmpty() && depth < DEEPEST) {
            add(depth, key, count(node), "head", Optional.empty(), mark);
            children(path, node, depth + 1);
        } else {
            add(depth, key, text(node), kind(node), change.flatMap(Change::before), mark);
        }
    }

    /** A small object with nothing changed within it takes one row. */
    private boolean isBrief(String path, JsonNode node) {
        return node instanceof ObjectNode object
                && !object.isEmpty()
                && object.size() <= BRIEF_FIELDS
                && object.properties().stream()
                        .allMatch(field -> field.getValue().isValueNode())
                && object.toString().length() <= BRIEF
                && changes.keySet().stream().noneMatch(changed -> changed.startsWith(path + '/'));
    }

    private static String brief(JsonNode object) {
        return object.properties().stream()
                .map(field -> Visible.name(field.getKey()) + ' ' + text(field.getValue()))
                .collect(Collectors.joining(", "));
    }

    private void add(int depth, String key, String value, String kind, Optional<JsonNode> before, String mark) {
        if (rows.size() < MOST_ROWS) {
            rows.add(new Row(
                    "d" + depth,
                    Visible.name(key),
                    value,
                    kind,
                    before.map(StateTree::text).orElse(""),
                    mark));
        }
    }

    private static String count(JsonNode node) {
        return node.isArray() ? node.size() + (node.size() == 1 ? " element" : " elements") : "";
    }

    static String text(JsonNode node) {
        String text = node.isString() ? node.asString() : node.toString();
        return Visible.prose(text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…");
    }

    static String kind(JsonNode node) {
        return node.isString() ? "string" : node.isNumber() ? "number" : "word";
    }

    private static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /** A path as people read it. */
    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1).replace("~1", "/").replace("~0", "~");
    }
}
