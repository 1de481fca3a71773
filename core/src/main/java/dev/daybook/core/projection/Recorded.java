package dev.daybook.core.projection;

import dev.daybook.ports.event.Metadata;
import dev.daybook.ports.event.StoredEvent;
import java.time.Instant;

/**
 * An event with what the log knows of it.
 *
 * @param event the user's object
 * @param stored how it stands in the log
 * @param <E> the events
 */
public record Recorded<E>(E event, StoredEvent stored) {

    /**
     * Whose event it is.
     *
     * @return the aggregate's id
     */
    public String aggregateId() {
        return stored.aggregateId();
    }

    /**
     * When it happened.
     *
     * @return the timestamp
     */
    public Instant timestamp() {
        return stored.timestamp();
    }

    /**
     * Where it stands.
     *
     * @return the position
     */
    public long position() {
        return stored.position();
    }

    /**
     * Who and what has brought it about.
     *
     * @return the metadata
     */
    public Metadata metadata() {
        return stored.metadata();
    }
}
