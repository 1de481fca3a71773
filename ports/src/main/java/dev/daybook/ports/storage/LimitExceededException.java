package dev.daybook.ports.storage;

import dev.daybook.ports.DaybookException;

/** Something is larger than the storage states that it takes; nothing was written. */
public final class LimitExceededException extends DaybookException {

    private static final long serialVersionUID = 1L;

    /**
     * For a storage to throw.
     *
     * @param what the thing that is too large
     * @param found its size
     * @param limit the size it may have
     * @param unit what the sizes count, such as {@code bytes}
     */
    public LimitExceededException(String what, long found, long limit, String unit) {
        super(
                what + " has " + found + " " + unit + ", at most " + limit
                        + " are taken; nothing was written. Make it smaller, or "
                        + "keep the large part elsewhere and refer to it",
                null);
    }
}
