package dev.daybook.cli.terminal;

/** How a piece of text stands out in a terminal, by its ANSI code. */
public enum Style {
    /** Titles and the numbers that matter. */
    BOLD("1"),
    /** What is there for completeness. */
    DIM("2"),
    /** What went well. */
    GREEN("32"),
    /** What went wrong. */
    RED("31"),
    /** What was refused or differs. */
    YELLOW("33"),
    /** Names. */
    CYAN("36");

    private static final char ESCAPE = '\u001b';
    private static final String END = ESCAPE + "[0m";

    private final String begin;

    Style(String code) {
        this.begin = ESCAPE + "[" + code + "m";
    }

    String on(String text) {
        return begin + text + END;
    }

    /** The length of the code that stands at a place of a text, 0 if none of these does. */
    static int codeAt(String text, int at) {
        if (text.charAt(at) != ESCAPE) {
            return 0;
        }
        if (text.startsWith(END, at)) {
            return END.length();
        }
        for (Style style : values()) {
            if (text.startsWith(style.begin, at)) {
                return style.begin.length();
            }
        }
        return 0;
    }
}
