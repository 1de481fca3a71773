package dev.daybook.ports.event;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who and what brought an event about: actor, correlation, causation, and free-form entries. Immutable. */
public final class Metadata {

    private static final Metadata NONE = new Metadata(null, null, null, Map.of());

    private final @Nullable String actor;
    private final @Nullable String correlationId;
    private final @Nullable String causationId;
    private final Map<String, String> entries;

    private Metadata(
            @Nullable String actor,
            @Nullable String correlationId,
            @Nullable String causationId,
            Map<String, String> entries) {
        this.actor = actor;
        this.correlationId = correlationId;
        this.causationId = causationId;
        this.entries = entries;
    }

    /**
     * No metadata at all.
     *
     * @return the empty metadata
     */
    public static Metadata none() {
        return NONE;
    }

    /**
     * Metadata that names who acted.
     *
     * @param actor a user, service or job
     * @return metadata with this actor
     * @throws IllegalArgumentException if it is empty or not Unicode text
     */
    public static Metadata by(String actor) {
        return NONE.withActor(actor);
    }

    /**
     * The same metadata with another actor.
     *
     * @param newActor a user, service or job
     * @return a changed copy
     */
    public Metadata withActor(String newActor) {
        return new Metadata(Text.checked("actor", newActor), correlationId, causationId, entries);
    }

    /**
     * The same metadata as part of a larger piece of work.
     *
     * @param id what all events of that work share
     * @return a changed copy
     */
    public Metadata withCorrelationId(String id) {
        return new Metadata(actor, Text.checked("correlation id", id), causationId, entries);
    }

    /**
     * The same metadata with what directly caused it.
     *
     * @param id the id of the causing event or command
     * @return a changed copy
     */
    public Metadata withCausationId(String id) {
        return new Metadata(actor, correlationId, Text.checked("causation id", id), entries);
    }

    /**
     * The same metadata, caused by an event.
     *
     * @param eventId the causing event's id
     * @return a changed copy
     */
    public Metadata causedBy(UUID eventId) {
        return withCausationId(eventId.toString());
    }

    /**
     * The same metadata with one more entry; an entry of the same key is replaced.
     *
     * @param key any text
     * @param value any text, also empty
     * @return a changed copy
     */
    public Metadata with(String key, String value) {
        Text.checked("metadata key", key);
        Map<String, String> more = new TreeMap<>(entries);
        more.put(key, Text.wellFormed("metadata entry " + key, value));
        return new Metadata(actor, correlationId, causationId, Collections.unmodifiableMap(more));
    }

    /**
     * Who acted.
     *
     * @return the actor, if one is named
     */
    public Optional<String> actor() {
        return Optional.ofNullable(actor);
    }

    /**
     * The larger piece of work.
     *
     * @return the correlation id, if there is one
     */
    public Optional<String> correlationId() {
        return Optional.ofNullable(correlationId);
    }

    /**
     * The direct cause.
     *
     * @return the causation id, if there is one
     */
    public Optional<String> causationId() {
        return Optional.ofNullable(causationId);
    }

    /**
     * The free-form entries, in the order of their keys.
     *
     * @return an unmodifiable map
     */
    public Map<String, String> entries() {
        return entries;
    }

    /**
     * Whether there is nothing in it.
     *
     * @return true for {@link #none}
     */
    public boolean isEmpty() {
        return equals(NONE);
    }

    /**
     * Whether everything that is named here is the same there.
     *
     * @param other the metadata of an event
     * @return true if each part present in this is present and equal in the other
     */
    public boolean isContainedIn(Metadata other) {
        return (actor == null || actor.equals(other.actor))
                && (correlationId == null || correlationId.equals(other.correlationId))
                && (causationId == null || causationId.equals(other.causationId))
                && other.entries.entrySet().containsAll(entries.entrySet());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Metadata that
                && Objects.equals(actor, that.actor)
                && Objects.equals(correlationId, that.correlationId)
                && Objects.equals(causationId, that.causationId)
                && entries.equals(that.entries);
    }

    @Override
    public int hashCode() {
        return Objects.hash(actor, correlationId, causationId, entries);
    }

    @Override
    public String toString() {
        return "Metadata[actor=" + actor + ", correlationId=" + correlationId + ", causationId=" + causationId
                + ", entries=" + entries + "]";
    }
}
