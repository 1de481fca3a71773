package dev.daybook.console.page;

import java.util.Locale;

/** Text in which nothing hides: characters that show nothing, or turn the text around, are shown by their numbers. */
public final class Visible {

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private Visible() {}

    /** A name, in which no such character has a good use. */
    public static String name(String text) {
        return shown(text, false);
    }

    /** Written language: joiners are part of some scripts and of emoji, and stay. */
    public static String prose(String text) {
        return shown(text, true);
    }

    private static String shown(String text, boolean joiners) {
        if (text.codePoints().noneMatch(c -> hides(c, joiners))) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (hides(c, joiners)) {
                shown.append(String.format(Locale.ROOT, "\u2039U+%04X\u203A", c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }

    static boolean hides(int codePoint, boolean joiners) {
        if (joiners && (codePoint == ZERO_WIDTH_JOINER || codePoint == ZERO_WIDTH_NON_JOINER)) {
            return false;
        }
        int type = Character.getType(codePoint);
        return type == Character.FORMAT || type == Character.CONTROL || isSeparator(type);
    }

    private static boolean isSeparator(int type) {
        return type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }
}
