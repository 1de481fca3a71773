package dev.daybook.console.page;

import dev.daybook.console.web.Call;
import dev.daybook.jackson.Rfc3339;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as people type them into a form, made such as programs write them: a day, or a day and a time, in UTC unless said otherwise. */
final class LooseTimes {

    private static final Pattern TYPED = Pattern.compile(
            "(\\d{4}-\\d{2}-\\d{2})(?:[T ](\\d{2}:\\d{2})(:\\d{2}(?:\\.\\d{1,9})?)?)? ?(Z|[+-]\\d{2}:\\d{2})?");

    private LooseTimes() {}

    /** The same call, with the times under these names understood. A day alone is its beginning as from, and its end as to. */
    static Call in(Call call) {
        Map<String, List<String>> query = new LinkedHashMap<>(call.query());
        query.computeIfPresent("from", (name, values) -> understood(values, ":00", "00:00"));
        query.computeIfPresent("to", (name, values) -> understood(values, ":59.999999", "23:59"));
        query.computeIfPresent("at", (name, values) -> understood(values, ":59.999999", "23:59"));
        return call.asking(query, call.asked());
    }

    private static List<String> understood(List<String> values, String seconds, String timeOfDay) {
        return values.stream()
                .map(value -> understood(value.trim(), seconds, timeOfDay))
                .toList();
    }

    private static String understood(String value, String seconds, String timeOfDay) {
        Matcher typed = TYPED.matcher(value);
        if (!typed.matches()) {
            return value;
        }
        String full = typed.group(1)
                + 'T'
                + (typed.group(2) == null ? timeOfDay : typed.group(2))
                + (typed.group(3) == null ? seconds : typed.group(3))
                + (typed.group(4) == null ? "Z" : typed.group(4));
        try {
            return Rfc3339.format(Rfc3339.parse(full));
        } catch (RuntimeException noSuchTime) {
            return value;
        }
    }
}
