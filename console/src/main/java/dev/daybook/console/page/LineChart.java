package dev.daybook.console.page;

import dev.daybook.console.reading.Step;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * How a numeric field went, step by step, drawn into a field of 1000 x 100.
 *
 * @param name the field
 * @param path what SVG draws
 * @param low the lowest value
 * @param high the highest value
 * @param now the value at the step that is looked at
 * @param marker where that step is
 * @param label the same in words
 */
public record LineChart(String name, String path, String low, String high, String now, String marker, String label) {

    private static final int MOST_CHARTS = 6;
    private static final int MOST_FIELDS = 200;
    private static final int DEEPEST = 3;
    private static final double WIDTH = 1000;
    private static final double HEIGHT = 100;

    /** The fields that change most often, of some steps; at is the index of the step that is looked at. */
    static List<LineChart> of(List<Step> steps, int at) {
        Map<String, SortedMap<Integer, BigDecimal>> fields = new LinkedHashMap<>();
        for (int i = 0; i < steps.size(); i++) {
            collect("", steps.get(i).state(), 0, i, fields);
        }
        return fields.entrySet().stream()
                .filter(field -> changes(field.getValue()) > 0)
                .sorted((a, b) -> Integer.compare(changes(b.getValue()), changes(a.getValue())))
                .limit(MOST_CHARTS)
                .map(field -> chart(field.getKey(), field.getValue(), steps.size(), at))
                .toList();
    }

    private static void collect(
            String name, JsonNode node, int depth, int step, Map<String, SortedMap<Integer, BigDecimal>> fields) {
        if (node.isObject() && depth < DEEPEST) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                String below = name.isEmpty() ? field.getKey() : name + " › " + field.getKey();
                collect(below, field.getValue(), depth + 1, step, fields);
            }
            return;
        }
        number(node).ifPresent(number -> {
            if (fields.size() < MOST_FIELDS || fields.containsKey(name)) {
                fields.computeIfAbsent(name, any -> new TreeMap<>()).put(step, number);
            }
        });
    }

    /** Amounts of money are often written as texts. */
    private static Optional<BigDecimal> number(JsonNode node) {
        if (node.isNumber()) {
            return Optional.of(node.decimalValue());
        }
        return node.isString() && node.asString().matches("-?[0-9]{1,15}(\\.[0-9]{1,15})?")
                ? Optional.of(new BigDecimal(node.asString()))
                : Optional.empty();
    }

    private static int changes(SortedMap<Integer, BigDecimal> values) {
        int changes = 0;
        BigDecimal before = values.get(values.firstKey());
        for (BigDecimal value : values.values()) {
            changes += value.compareTo(before) == 0 ? 0 : 1;
            before = value;
        }
        return changes;
    }

    private static LineChart chart(String name, SortedMap<Integer, BigDecimal> values, int steps, int at) {
        BigDecimal low = Collections.min(values.values());
        BigDecimal high = Collections.max(values.values());
        String now = Optional.ofNullable(values.get(at)).map(LineChart::text).orElse("none");
        String shown = Visible.name(name);
        return new LineChart(
                shown,
                path(values, steps, low, high),
                text(low),
                text(high),
                now,
                BarChart.number(x(at, steps)),
                shown + ": " + now + " at this step, between " + text(low) + " and " + text(high));
    }

    /** Between two steps a value stays as it is, and then jumps. */
    private static String path(SortedMap<Integer, BigDecimal> values, int steps, BigDecimal low, BigDecimal high) {
        double span = high.subtract(low).doubleValue();
        StringBuilder path = new StringBuilder();
        values.forEach((step, value) -> {
            String x = BarChart.number(x(step, steps));
            String y = BarChart.number(HEIGHT - HEIGHT * value.subtract(low).doubleValue() / span);
            path.append(values.containsKey(step - 1) ? "H" + x + "V" + y : "M" + x + " " + y);
        });
        return path.toString();
    }

    private static double x(int index, int count) {
        return count < 2 ? 0 : WIDTH * index / (count - 1);
    }

    private static String text(BigDecimal value) {
        BigDecimal shown = value.scale() > 8 ? value.setScale(8, RoundingMode.HALF_UP) : value;
        return shown.toPlainString();
    }
}
