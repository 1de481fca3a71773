package dev.daybook.ports;

import org.jspecify.annotations.Nullable;

/**
 * The root of everything Daybook throws for a broken or misused outside. Expected outcomes (a rejection, a conflict) are values
 * and never thrown.
 */
public abstract class DaybookException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Made by a subclass only.
     *
     * @param message what is broken, what was expected and what to do
     * @param cause what brought it about, if anything did
     */
    protected DaybookException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
