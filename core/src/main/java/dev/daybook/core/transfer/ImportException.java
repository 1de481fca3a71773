package dev.daybook.core.transfer;

import dev.daybook.ports.DaybookException;
import dev.daybook.ports.event.StoredEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event cannot be taken over as it is. What came before it is in the log; it and what follows is not. */
public final class ImportException extends DaybookException {

    private static final long serialVersionUID = 1L;

    private final UUID eventId;

    ImportException(StoredEvent event, String found, @Nullable Throwable cause) {
        super(
                "event " + event.id() + " (" + event.type() + " of " + event.aggregateId() + ", sequence "
                        + event.sequence() + " and position " + event.position()
                        + " where it comes from) cannot be imported: "
                        + found,
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
