package dev.daybook.cli.terminal;

import java.util.Arrays;

/** The titles of columns: one that begins with {@code >} is set to the right, and so is its column. */
final class Titles {

    private static final String RIGHT = ">";

    private final String[] given;

    Titles(String... given) {
        this.given = given.clone();
    }

    int count() {
        return given.length;
    }

    boolean isRight(int column) {
        return given[column].startsWith(RIGHT);
    }

    String[] texts() {
        return Arrays.stream(given)
                .map(title -> title.startsWith(RIGHT) ? title.substring(1) : title)
                .toArray(String[]::new);
    }
}
