package dev.daybook.jackson;

import org.jspecify.annotations.Nullable;

/** A value does not fit its type. Collects the path to the value on its way up; the codec makes a CodecException of it. */
final class Mismatch extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String problem;
    private String path = "";

    Mismatch(String problem) {
        this(problem, null);
    }

    /** Says no more than its cause does. */
    static Mismatch of(RuntimeException cause) {
        return new Mismatch(String.valueOf(cause.getMessage()), cause);
    }

    Mismatch(String problem, @Nullable Throwable cause) {
        // Without a stack trace: only the path and the cause tell somebody something.
        super(problem, cause, false, false);
        this.problem = problem;
    }

    Mismatch within(String step) {
        path = path.isEmpty() || path.startsWith("[") ? step + path : step + "." + path;
        return this;
    }

    @Override
    public String getMessage() {
        return path.isEmpty() ? problem : path + ": " + problem;
    }
}
