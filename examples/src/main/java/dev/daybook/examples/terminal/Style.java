package dev.daybook.examples.terminal;

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

    private final String code;

    Style(String code) {
        this.code = code;
    }

    String on(String text) {
        return "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
