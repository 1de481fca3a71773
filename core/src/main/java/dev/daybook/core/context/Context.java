package dev.daybook.core.context;

import dev.daybook.ports.event.Metadata;
import dev.daybook.ports.event.Tag;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What comes with a command besides its content: who asks and why, when it happened, and what the caller relies on. Immutable. */
public final class Context {

    private static final long ANY = -1;
    private static final Context NONE = new Context(Metadata.none(), Set.of(), null, ANY, null);

    private final Metadata metadata;
    private final Set<Tag> tags;
    private final @Nullable Instant timestamp;
    private final long expected;
    private final @Nullable Supplier<UUID> eventIds;

    private Context(
            Metadata metadata,
            Set<Tag> tags,
            @Nullable Instant timestamp,
            long expected,
            @Nullable Supplier<UUID> eventIds) {
        this.metadata = metadata;
        this.tags = tags;
        this.timestamp = timestamp;
        this.expected = expected;
        this.eventIds = eventIds;
    }

    /**
     * Nothing known: no actor, no cause.
     *
     * @return the empty context
     */
    public static Context none() {
        return NONE;
    }

    /**
     * Somebody asks.
     *
     * @param actor a user, service or job
     * @return a context with this actor
     * @throws IllegalArgumentException if it is empty or not Unicode text
     */
    public static Context by(String actor) {
        return of(Metadata.by(actor));
    }

    /**
     * Metadata made elsewhere, for example those of the event that is being answered.
     *
     * @param metadata who and what brings the events about
     * @return a context with this metadata
     */
    public static Context of(Metadata metadata) {
        return NONE.with(metadata);
    }

    /**
     * The same as part of a larger piece of work.
     *
     * @param id what all events of that work share
     * @return a changed copy
     */
    public Context correlatedWith(String id) {
        return with(metadata.withCorrelationId(id));
    }

    /**
     * The same, caused by an event.
     *
     * @param eventId the causing event's id
     * @return a changed copy
     */
    public Context causedBy(UUID eventId) {
        return with(metadata.causedBy(eventId));
    }

    /**
     * The same, caused by something that has an id.
     *
     * @param id the id of a command, request or message
     * @return a changed copy
     */
    public Context causedBy(String id) {
        return with(metadata.withCausationId(id));
    }

    /**
     * The same with one more free-form entry in the metadata.
     *
     * @param key any text
     * @param value any text, also empty
     * @return a changed copy
     */
    public Context with(String key, String value) {
        return with(metadata.with(key, value));
    }

    /**
     * The same with more labels for the events, besides those the aggregate gives them.
     *
     * @param more all tags of this context, replacing earlier ones
     * @return a changed copy
     */
    public Context tagged(Tag... more) {
        return new Context(metadata, Set.of(more), timestamp, expected, eventIds);
    }

    /**
     * The same at another time than now.
     *
     * @param happened when it happened, the events' timestamp; kept to the microsecond
     * @return a changed copy
     */
    public Context at(Instant happened) {
        return new Context(metadata, tags, happened, expected, eventIds);
    }

    /**
     * The same for a caller who has decided on what he saw: if the aggregate is not at this sequence, the answer is a conflict,
     * without another attempt.
     *
     * @param sequence the sequence of the last event the caller has seen, 0 if the aggregate must not exist
     * @return a changed copy
     * @throws IllegalArgumentException if it is negative
     */
    public Context expecting(long sequence) {
        if (sequence < 0) {
            throw new IllegalArgumentException(
                    "expected sequence " + sequence + " is negative; 0 says that the aggregate must not exist");
        }
        return new Context(metadata, tags, timestamp, sequence, eventIds);
    }

    /**
     * The same with event ids of the caller's, so that a repeated call stores nothing twice.
     *
     * @param ids asked once for each event; a retried attempt uses the ids of the attempt before
     * @return a changed copy
     */
    public Context eventIds(Supplier<UUID> ids) {
        return new Context(metadata, tags, timestamp, expected, ids);
    }

    /**
     * Who and what brings the events about.
     *
     * @return the events' metadata
     */
    public Metadata metadata() {
        return metadata;
    }

    /**
     * Labels for the events.
     *
     * @return an unmodifiable set
     */
    public Set<Tag> tags() {
        return tags;
    }

    /**
     * When it happened.
     *
     * @return the time given, empty for now
     */
    public Optional<Instant> timestamp() {
        return Optional.ofNullable(timestamp);
    }

    /**
     * What the caller relies on.
     *
     * @return the sequence the aggregate must be at, empty if any will do
     */
    public OptionalLong expectedSequence() {
        return expected == ANY ? OptionalLong.empty() : OptionalLong.of(expected);
    }

    /**
     * Ids of the caller's.
     *
     * @return where ids come from, empty for the library's own
     */
    public Optional<Supplier<UUID>> eventIds() {
        return Optional.ofNullable(eventIds);
    }

    private Context with(Metadata other) {
        return new Context(other, tags, timestamp, expected, eventIds);
    }
}
