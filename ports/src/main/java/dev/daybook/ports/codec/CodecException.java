package dev.daybook.ports.codec;

import dev.daybook.ports.DaybookException;
import org.jspecify.annotations.Nullable;

/** An event or a state cannot be written, or what is stored cannot be read. */
public final class CodecException extends DaybookException {

    private static final long serialVersionUID = 1L;

    /**
     * For a codec to throw.
     *
     * @param message what could not be written or read, what was expected and what to do
     * @param cause the underlying fault, if there is one
     */
    public CodecException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
