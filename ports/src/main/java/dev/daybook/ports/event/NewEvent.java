package dev.daybook.ports.event;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * An event as it is handed to a log.
 *
 * @param id identifies the event for ever; a UUID of version 7 keeps the log fast, any UUID is taken
 * @param aggregateId names the stream it belongs to, such as {@code order_123}; any Unicode text without U+0000
 * @param type what kind of event it is
 * @param payload its content; stored and given back byte for byte
 * @param timestamp when it happened; kept to the microsecond
 * @param metadata who and what brought it about
 * @param tags labels by which queries and conditions find it
 */
public record NewEvent(
        UUID id,
        String aggregateId,
        EventType type,
        Payload payload,
        Instant timestamp,
        Metadata metadata,
        Set<Tag> tags) {

    /**
     * Checks the aggregate id and cuts the timestamp to microseconds.
     *
     * @throws IllegalArgumentException if the aggregate id is empty or not Unicode text, or the timestamp is outside of the
     *     bounds of {@link Timestamps}
     */
    public NewEvent {
        Text.checked("aggregate id", aggregateId);
        timestamp = Timestamps.normal(timestamp);
        tags = Set.copyOf(tags);
    }

    /**
     * An event without metadata and tags.
     *
     * @param id identifies the event for ever
     * @param aggregateId names the stream it belongs to
     * @param type what kind of event it is
     * @param payload its content
     * @param timestamp when it happened
     * @return the event
     */
    public static NewEvent of(UUID id, String aggregateId, EventType type, Payload payload, Instant timestamp) {
        return new NewEvent(id, aggregateId, type, payload, timestamp, Metadata.none(), Set.of());
    }

    /**
     * The same event with other metadata.
     *
     * @param newMetadata who and what brought it about
     * @return a changed copy
     */
    public NewEvent with(Metadata newMetadata) {
        return new NewEvent(id, aggregateId, type, payload, timestamp, newMetadata, tags);
    }

    /**
     * The same event with other tags.
     *
     * @param newTags all its labels
     * @return a changed copy
     */
    public NewEvent tagged(Tag... newTags) {
        return new NewEvent(id, aggregateId, type, payload, timestamp, metadata, Set.of(newTags));
    }
}
