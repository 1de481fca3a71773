package dev.daybook.console.page;

import dev.daybook.console.text.Hidden;
import java.util.Locale;

/** JSON with a line for each value. Every token stays as it is written; in strings, characters that do not show are escaped. */
final class PrettyJson {

    /** Deeper levels are not moved in any further. */
    private static final int DEEPEST = 16;

    private final String json;
    private final StringBuilder out;
    private int depth;

    private PrettyJson(String json) {
        this.json = json;
        this.out = new StringBuilder(json.length() * 3 / 2);
    }

    /** The same value, of well-formed JSON. */
    static String of(String json) {
        return new PrettyJson(json).print();
    }

    private String print() {
        int i = 0;
        while (i < json.length()) {
            char c = json.charAt(i);
            i = switch (c) {
                case '"' -> string(i);
                case '{', '[' -> open(i);
                case '}', ']' -> close(c, i);
                case ',' -> {
                    out.append(c);
                    newLine();
                    yield i + 1;
                }
                case ':' -> {
                    out.append(": ");
                    yield i + 1;
                }
                case ' ', '\n', '\r', '\t' -> i + 1;
                default -> {
                    out.append(c);
                    yield i + 1;
                }
            };
        }
        return out.toString();
    }

    private int open(int at) {
        char opening = json.charAt(at);
        out.append(opening);
        int next = at + 1;
        while (next < json.length() && Character.isWhitespace(json.charAt(next))) {
            next++;
        }
        char closing = opening == '{' ? '}' : ']';
        if (next < json.length() && json.charAt(next) == closing) {
            out.append(closing);
            return next + 1;
        }
        depth++;
        newLine();
        return at + 1;
    }

    private int close(char closing, int at) {
        depth--;
        newLine();
        out.append(closing);
        return at + 1;
    }

    private void newLine() {
        out.append('\n').append("  ".repeat(Math.min(depth, DEEPEST)));
    }

    private int string(int at) {
        int end = at + 1;
        while (end < json.length() && json.charAt(end) != '"') {
            end += json.charAt(end) == '\\' ? 2 : 1;
        }
        end = Math.min(json.length(), end + 1);
        json.substring(at, end).codePoints().forEach(this::append);
        return end;
    }

    private void append(int c) {
        if (!Hidden.is(c)) {
            out.appendCodePoint(c);
            return;
        }
        for (char unit : Character.toChars(c)) {
            out.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
        }
    }
}
