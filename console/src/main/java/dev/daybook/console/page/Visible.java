package dev.daybook.console.page;

import dev.daybook.console.text.Hidden;
import java.util.Locale;
import java.util.function.IntPredicate;

/** Text in which nothing hides: characters that show nothing, or turn the text around, are shown by their numbers. */
public final class Visible {

    private Visible() {}

    /** A name, in which no such character has a good use. */
    public static String name(String text) {
        return shown(text, Hidden::is);
    }

    /** Written language: joiners are part of some scripts and of emoji, and stay. */
    public static String prose(String text) {
        return shown(text, Hidden::isInProse);
    }

    private static String shown(String text, IntPredicate hides) {
        if (text.codePoints().noneMatch(hides)) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (hides.test(c)) {
                shown.append(String.format(Locale.ROOT, "\u2039U+%04X\u203A", c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }
}
