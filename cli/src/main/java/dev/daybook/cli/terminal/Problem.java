package dev.daybook.cli.terminal;

/** What the user is told, in one line, when a command cannot do its work: the thing, what was expected, what to do. */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * With what to tell.
     *
     * @param message one line: the thing, what was expected, what to do
     */
    public Problem(String message) {
        super(message);
    }

    /**
     * With what to tell, and what brought it about.
     *
     * @param message one line: the thing, what was expected, what to do
     * @param cause what brought it about
     */
    public Problem(String message, Throwable cause) {
        super(message, cause);
    }
}
