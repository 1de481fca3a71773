package dev.daybook.core.replay;

import dev.daybook.ports.DaybookException;
import dev.daybook.ports.event.StoredEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A stored event cannot be folded: its type is unknown, its content does not fit, or it belongs to another aggregate. */
public final class ReplayException extends DaybookException {

    private static final long serialVersionUID = 1L;

    private final UUID eventId;

    /**
     * For what folds events.
     *
     * @param event which event
     * @param found what is wrong, and what to do about it
     * @param cause what the fold or the codec has thrown, if it was that
     */
    public ReplayException(StoredEvent event, String found, @Nullable Throwable cause) {
        super(
                event.aggregateId() + " cannot be folded at sequence " + event.sequence() + " (position "
                        + event.position() + ", type " + event.type() + ", event " + event.id() + "): " + found,
                cause);
        this.eventId = event.id();
    }

    /**
     * Which event it is about.
     *
     * @return its id
     */
    public UUID eventId() {
        return eventId;
    }
}
