package dev.daybook.jooq;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tags and metadata entries as JSON (RFC 8259), so that a shell can read them: an array of strings and an object of strings, and
 * nothing else. It reads what it wrote.
 */
final class FlatJson {

    private final String text;
    private int at;

    private FlatJson(String text) {
        this.text = text;
    }

    static String array(Collection<String> values) {
        StringBuilder json = new StringBuilder("[");
        for (String value : values) {
            quote(json.length() == 1 ? json : json.append(','), value);
        }
        return json.append(']').toString();
    }

    static String object(Map<String, String> entries) {
        StringBuilder json = new StringBuilder("{");
        entries.forEach((key, value) -> {
            quote(json.length() == 1 ? json : json.append(','), key);
            quote(json.append(':'), value);
        });
        return json.append('}').toString();
    }

    static List<String> array(String json) {
        FlatJson reader = new FlatJson(json);
        List<String> values = new ArrayList<>();
        while (reader.toNextString()) {
            values.add(reader.string());
        }
        return values;
    }

    static Map<String, String> object(String json) {
        FlatJson reader = new FlatJson(json);
        Map<String, String> entries = new LinkedHashMap<>();
        while (reader.toNextString()) {
            String key = reader.string();
            reader.toNextString();
            entries.put(key, reader.string());
        }
        return entries;
    }

    private static void quote(StringBuilder json, String value) {
        json.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }

    private boolean toNextString() {
        at = text.indexOf('"', at);
        if (at < 0) {
            at = text.length();
            return false;
        }
        at++;
        return true;
    }

    private String string() {
        int from = at;
        while (text.charAt(at) != '"') {
            if (text.charAt(at) == '\\') {
                return unescaped(from);
            }
            at++;
        }
        return text.substring(from, at++);
    }

    private String unescaped(int from) {
        StringBuilder value = new StringBuilder(text.substring(from, at));
        for (char c = text.charAt(at); c != '"'; c = text.charAt(at)) {
            if (c == '\\') {
                c = text.charAt(++at);
                if (c == 'u') {
                    c = (char) Integer.parseInt(text.substring(at + 1, at + 5), 16);
                    at += 4;
                }
            }
            value.append(c);
            at++;
        }
        at++;
        return value.toString();
    }
}
