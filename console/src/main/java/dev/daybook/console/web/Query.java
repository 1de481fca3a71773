package dev.daybook.console.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code a=1&b=2}, of a query or a form. */
final class Query {

    private static final int MOST = 100;

    private Query() {}

    static Map<String, List<String>> parse(String text) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        if (text.isEmpty()) {
            return all;
        }
        String[] pairs = text.split("&", MOST + 1);
        if (pairs.length > MOST) {
            throw Problem.badRequest("there are more than " + MOST + " parameters");
        }
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            all.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
        }
        return all;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(
                    "a parameter is not encoded as URLs are: a % stands before two hexadecimal digits");
        }
    }
}
