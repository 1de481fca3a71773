package dev.daybook.ports.event;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * An event as the log has it: what was handed over, and where and when the log took it.
 *
 * @param position its place in the whole log, from 1
 * @param sequence its place in its aggregate, from 1
 * @param recordedAt when the log took it; never decreases along position
 * @param event what was handed over
 */
public record StoredEvent(long position, long sequence, Instant recordedAt, NewEvent event) {

    /**
     * Identifies the event for ever.
     *
     * @return the event's id
     */
    public UUID id() {
        return event.id();
    }

    /**
     * The stream it belongs to.
     *
     * @return the aggregate's id
     */
    public String aggregateId() {
        return event.aggregateId();
    }

    /**
     * What kind of event it is.
     *
     * @return name and schema version
     */
    public EventType type() {
        return event.type();
    }

    /**
     * Its content.
     *
     * @return the payload as it was handed over
     */
    public Payload payload() {
        return event.payload();
    }

    /**
     * When it happened.
     *
     * @return the domain's time, to the microsecond
     */
    public Instant timestamp() {
        return event.timestamp();
    }

    /**
     * Who and what brought it about.
     *
     * @return the metadata, empty if there is none
     */
    public Metadata metadata() {
        return event.metadata();
    }

    /**
     * Its labels.
     *
     * @return an unmodifiable set
     */
    public Set<Tag> tags() {
        return event.tags();
    }
}
