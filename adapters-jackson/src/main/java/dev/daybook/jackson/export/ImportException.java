package dev.daybook.jackson.export;

import dev.daybook.ports.DaybookException;
import org.jspecify.annotations.Nullable;

/** A line of an import cannot be taken. The lines before it have been read. */
public final class ImportException extends DaybookException {

    private static final long serialVersionUID = 1L;

    private final long line;

    ImportException(long line, String problem, @Nullable Throwable cause) {
        super("line " + line + ": " + problem, cause);
        this.line = line;
    }

    /**
     * Which line it is.
     *
     * @return a number, from 1
     */
    public long line() {
        return line;
    }
}
