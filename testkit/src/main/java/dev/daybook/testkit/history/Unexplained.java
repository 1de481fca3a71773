package dev.daybook.testkit.history;

/** No length of the log explains what an operation was answered. */
final class Unexplained extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unexplained(String what) {
        super(what, null, false, false);
    }

    String what() {
        return String.valueOf(getMessage());
    }
}
