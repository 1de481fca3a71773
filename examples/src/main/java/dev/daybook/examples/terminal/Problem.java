package dev.daybook.examples.terminal;

/** What the user is told, in one line, when a command cannot do its work: the thing, what was expected, what to do. */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With what to tell. */
    public Problem(String message) {
        super(message);
    }

    /** With what to tell, and what brought it about. */
    public Problem(String message, Throwable cause) {
        super(message, cause);
    }
}
