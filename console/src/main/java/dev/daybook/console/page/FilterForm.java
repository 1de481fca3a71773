package dev.daybook.console.page;

import dev.daybook.console.asking.Filters;
import dev.daybook.console.web.Call;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The form in which events are filtered, and what it was filled in with.
 *
 * @param action where it is sent
 * @param values what stands in each field
 * @param more second and further values of a field, which the form keeps
 * @param chips what the events are filtered by
 * @param clear the page without any filter
 */
public record FilterForm(String action, Map<String, String> values, List<Hidden> more, List<Chip> chips, String clear) {

    private static final List<String> FIELDS =
            List.of("text", "aggregate", "type", "tag", "actor", "correlation", "causation", "from", "to");

    /** The fields that are seen at once; the others are behind a switch. */
    private static final List<String> FIRST = List.of("text", "aggregate", "type");

    /** A value that the form keeps. */
    public record Hidden(String name, String value) {}

    /**
     * One thing that the events are filtered by.
     *
     * @param remove the page without it
     */
    public record Chip(String name, String value, String remove) {}

    static FilterForm of(Call call, String path) {
        Map<String, List<String>> query = call.query();
        List<Hidden> more = new ArrayList<>();
        List<Chip> chips = new ArrayList<>();
        Map<String, String> values = new java.util.HashMap<>();
        for (String field : FIELDS) {
            List<String> all = call.texts(field);
            for (int i = 0; i < all.size(); i++) {
                if (i == 0) {
                    values.put(field, all.get(i));
                } else {
                    more.add(new Hidden(field, all.get(i)));
                }
                chips.add(new Chip(field, shown(field, all.get(i)), without(call, path, field, i)));
            }
        }
        for (String kept : List.of("order", "limit")) {
            call.texts(kept).stream().limit(1).forEach(value -> values.put(kept, value));
        }
        String clear = Url.of(call.base(), path)
                .with(query, name -> name.equals("order") || name.equals("limit"))
                .toString();
        return new FilterForm(call.base() + path, values, more, chips, clear);
    }

    private static String shown(String field, String value) {
        boolean isEnd = field.equals("to");
        try {
            return isEnd || field.equals("from") ? Time.bound(Instant.parse(value), isEnd) : Visible.name(value);
        } catch (DateTimeParseException otherwiseWritten) {
            return Visible.name(value);
        }
    }

    private static String without(Call call, String path, String field, int index) {
        Url url = Url.of(call.base(), path)
                .with(call.query(), name -> !name.equals(field) && !isPlace(name) && Filters.ALL.contains(name));
        List<String> all = call.texts(field);
        for (int i = 0; i < all.size(); i++) {
            if (i != index) {
                url.with(field, all.get(i));
            }
        }
        return url.toString();
    }

    /** What tells a place among the events that are found, and not which are. */
    static boolean isPlace(String name) {
        return name.equals("cursor") || name.equals("offset");
    }

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    public boolean isOldestFirst() {
        return value("order").equals("oldest");
    }

    public boolean isAnythingBehindTheSwitch() {
        return chips.stream().anyMatch(chip -> !FIRST.contains(chip.name()));
    }
}
