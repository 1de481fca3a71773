package dev.daybook.core.consumer;

/** A consumer has tried often enough. */
final class GaveUpException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    GaveUpException(String message) {
        super(message);
    }
}
