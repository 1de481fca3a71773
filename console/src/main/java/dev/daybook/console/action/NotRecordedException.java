package dev.daybook.console.action;

/** What somebody wanted to do could not be recorded, and so was not done. */
public final class NotRecordedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotRecordedException(String why) {
        super("it could not be recorded that this is done, and so it was not done: " + why);
    }
}
