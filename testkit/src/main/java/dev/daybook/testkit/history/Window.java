package dev.daybook.testkit.history;

/**
 * The lengths that the log may have had when an operation took effect: all from the least to the most.
 *
 * @param least the shortest log that explains the answer
 * @param most the longest
 */
record Window(long least, long most) {

    static final Window ANY = new Window(0, Long.MAX_VALUE);

    static Window from(long least) {
        return new Window(least, Long.MAX_VALUE);
    }

    static Window upTo(long most) {
        return new Window(0, most);
    }

    Window and(Window other) {
        return new Window(Math.max(least, other.least), Math.min(most, other.most));
    }

    boolean isEmpty() {
        return least > most;
    }
}
