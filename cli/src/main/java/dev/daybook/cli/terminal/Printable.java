package dev.daybook.cli.terminal;

import dev.daybook.console.text.Hidden;
import java.util.Locale;

/**
 * Text that nobody has looked at, made fit for a terminal. Control characters can move the cursor, change the window's title or type
 * commands (CWE-150), and invisible ones can let a line be read as another (CVE-2021-42574). Both are written as JSON would escape them.
 */
public final class Printable {

    private Printable() {}

    /**
     * One line of text without anything that a terminal obeys.
     *
     * @param text any text
     * @return the same, with control characters and invisible ones as JSON would escape them
     */
    public static String text(String text) {
        return replaced(text, false);
    }

    /** Lines of text as {@link Terminal} puts them together: the codes of its styles stay, and so do tabs and ends of lines. */
    static String composed(String text) {
        return replaced(text, true);
    }

    /**
     * How many columns a text takes, as far as that can be known.
     *
     * @param text a line, which may have codes of styles in it
     * @return the number of columns
     */
    public static int width(String text) {
        int width = 0;
        int at = 0;
        while (at < text.length()) {
            int code = Style.codeAt(text, at);
            int point = text.codePointAt(at);
            at += code > 0 ? code : Character.charCount(point);
            width += code > 0 ? 0 : columns(point);
        }
        return width;
    }

    /**
     * The beginning of a text.
     *
     * @param text a line without codes of styles
     * @param columns how many columns it may take, at least 1
     * @param ellipsis what stands in the place of the rest, one column wide
     * @return the text, if it is short enough
     */
    public static String cut(String text, int columns, String ellipsis) {
        if (text.length() <= columns && width(text) <= columns) {
            return text;
        }
        int width = 0;
        int at = 0;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            if (width + columns(point) > columns - 1) {
                return text.substring(0, at) + ellipsis;
            }
            width += columns(point);
            at += Character.charCount(point);
        }
        return text;
    }

    private static String replaced(String text, boolean composed) {
        StringBuilder safe = null;
        int at = 0;
        while (at < text.length()) {
            int code = composed ? Style.codeAt(text, at) : 0;
            int point = text.codePointAt(at);
            int length = code > 0 ? code : Character.charCount(point);
            boolean plain = code > 0 || !Hidden.isInProse(point) || (composed && (point == '\n' || point == '\t'));
            if (!plain && safe == null) {
                safe = new StringBuilder(text.length() + 16).append(text, 0, at);
            }
            if (safe != null) {
                if (plain) {
                    safe.append(text, at, at + length);
                } else {
                    escape(safe, text, at, at + length);
                }
            }
            at += length;
        }
        return safe == null ? text : safe.toString();
    }

    private static void escape(StringBuilder safe, String text, int from, int to) {
        for (int at = from; at < to; at++) {
            char c = text.charAt(at);
            safe.append(
                    switch (c) {
                        case '\n' -> "\\n";
                        case '\r' -> "\\r";
                        case '\t' -> "\\t";
                        default -> String.format(Locale.ROOT, "\\u%04x", (int) c);
                    });
        }
    }

    private static int columns(int point) {
        if (point < 0x300) {
            return 1;
        }
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        return isWide(point) ? 2 : 1;
    }

    /** The blocks of East Asian wide characters and of emoji (UAX 11). */
    private static boolean isWide(int point) {
        return (point >= 0x1100 && point <= 0x115F)
                || (point >= 0x2E80 && point <= 0xA4CF)
                || (point >= 0xAC00 && point <= 0xD7A3)
                || (point >= 0xF900 && point <= 0xFAFF)
                || (point >= 0xFE30 && point <= 0xFE6F)
                || (point >= 0xFF00 && point <= 0xFF60)
                || (point >= 0xFFE0 && point <= 0xFFE6)
                || (point >= 0x1F300 && point <= 0x1FAFF)
                || (point >= 0x20000 && point <= 0x3FFFD);
    }
}
