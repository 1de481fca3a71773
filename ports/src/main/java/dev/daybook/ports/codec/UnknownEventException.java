package dev.daybook.ports.codec;

import dev.daybook.ports.DaybookException;

/** An event class or a stored event type that nobody has registered. */
public final class UnknownEventException extends DaybookException {

    private static final long serialVersionUID = 1L;

    /**
     * For a codec to throw.
     *
     * @param message which class or type, and how to register it
     */
    public UnknownEventException(String message) {
        super(message, null);
    }
}
