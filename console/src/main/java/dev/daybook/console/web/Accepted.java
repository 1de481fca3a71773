package dev.daybook.console.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether a caller takes what a route answers with (RFC 9110, section 12.5.1). */
final class Accepted {

    private Accepted() {}

    static void check(@Nullable String accept, Route.Kind kind) {
        List<String> types =
                switch (kind) {
                    case API -> List.of("application/json", "application/problem+json");
                    case PAGE -> List.of("text/html");
                    case LIVE -> List.of("text/event-stream");
                    // Of a file it is the path or a parameter that says what it is.
                    case FILE -> List.of();
                };
        if (accept != null && !types.isEmpty() && types.stream().noneMatch(type -> takes(accept, type))) {
            throw new Problem(406, "not-acceptable", "this is answered as " + types.getFirst() + " alone");
        }
    }

    private static boolean takes(String accept, String type) {
        String all = type.substring(0, type.indexOf('/')) + "/*";
        return Arrays.stream(accept.toLowerCase(Locale.ROOT).split(","))
                .map(String::trim)
                .anyMatch(range -> {
                    String[] parts = range.split(";");
                    String wanted = parts[0].trim();
                    boolean refused =
                            Arrays.stream(parts).skip(1).map(String::trim).anyMatch(p -> p.matches("q=0(\\.0*)?"));
                    return !refused && (wanted.equals("*/*") || wanted.equals(all) || wanted.equals(type));
                });
    }
}
