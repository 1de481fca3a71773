package dev.daybook.ports.log;

import dev.daybook.ports.DaybookException;
import java.util.UUID;

/** An event id came a second time with other content, or together with ids the log does not have. Nothing was written. */
public final class EventIdReusedException extends DaybookException {

    private static final long serialVersionUID = 1L;

    private final UUID id;

    /**
     * For a log to throw.
     *
     * @param id the id in question
     * @param found what the log has under it, and how that differs
     */
    public EventIdReusedException(UUID id, String found) {
        super(
                "event " + id + " " + found
                        + "; nothing was written. Give every new event an id of its own, and repeat an "
                        + "append unchanged to learn its first result",
                null);
        this.id = id;
    }

    /**
     * Which id it is about.
     *
     * @return an event id
     */
    public UUID id() {
        return id;
    }
}
