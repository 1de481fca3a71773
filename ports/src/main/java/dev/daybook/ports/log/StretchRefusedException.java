package dev.daybook.ports.log;

import dev.daybook.ports.DaybookException;
import dev.daybook.ports.event.StoredEvent;

/** Events of another log do not continue this one, or differ from what it has. Nothing was written. */
public final class StretchRefusedException extends DaybookException {

    private static final long serialVersionUID = 1L;

    private final long position;

    /**
     * For a log to throw.
     *
     * @param event the first event that is not taken
     * @param found what the log has, where the event would have had to be equal or to follow
     */
    public StretchRefusedException(StoredEvent event, String found) {
        super(
                "the event at position " + event.position() + " (" + event.type() + ", sequence " + event.sequence()
                        + " of " + event.aggregateId() + ", id " + event.id() + ") does not continue the log: " + found
                        + "; nothing was written. Continue an empty log, or one that holds the beginning of this history and"
                        + " nothing else",
                null);
        this.position = event.position();
    }

    /**
     * Where the two logs part.
     *
     * @return the position of the first event that was not taken
     */
    public long position() {
        return position;
    }
}
