package dev.daybook.cli.terminal;

import java.io.IOException;

/** Whoever reads the output has heard enough, as {@code head} does. Not an error. */
public final class ClosedPipeException extends IOException {

    private static final long serialVersionUID = 1L;

    ClosedPipeException(IOException cause) {
        super("the reader of the output is gone", cause);
    }

    /**
     * Whether this is what a failure comes from.
     *
     * @param failure any failure
     * @return true if it, or one of its causes, is a closed pipe
     */
    public static boolean isBehind(Throwable failure) {
        Throwable cause = failure;
        while (cause != null && !(cause instanceof ClosedPipeException)) {
            cause = cause.getCause();
        }
        return cause != null;
    }

    /** As it is, unless the engine's words say that the pipe is closed; Java has no class for it. */
    static IOException of(IOException failure) {
        String message = String.valueOf(failure.getMessage()).toLowerCase(java.util.Locale.ROOT);
        return message.contains("pipe") ? new ClosedPipeException(failure) : failure;
    }
}
