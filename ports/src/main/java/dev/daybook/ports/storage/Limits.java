package dev.daybook.ports.storage;

import dev.daybook.ports.consumer.Progress;
import dev.daybook.ports.event.Metadata;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.event.Tag;
import dev.daybook.ports.event.Text;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.Condition;
import dev.daybook.ports.log.Criteria;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Stretch;
import dev.daybook.ports.view.RowChange;
import dev.daybook.ports.view.ViewRow;
import java.util.List;
import java.util.Map;

/**
 * How large things may be. Lengths of text count Unicode characters (code points).
 *
 * @param nameLength characters of an aggregate id, type name, content type, tag ({@code key:value}), actor, correlation id,
 *     causation id or metadata key
 * @param metadataValueLength characters of the value of a metadata entry
 * @param metadataEntries entries of one event's metadata
 * @param tagsPerEvent tags of one event
 * @param payloadBytes bytes of one event's payload
 * @param eventsPerAppend events of one append
 * @param bytesPerAppend bytes of the payloads of one append together
 * @param conditionsPerAppend conditions of one append
 * @param queryTerms aggregates, types, tags, metadata parts and alternatives of one query together
 * @param snapshotBytes bytes of the state of one snapshot
 */
public record Limits(
        int nameLength,
        int metadataValueLength,
        int metadataEntries,
        int tagsPerEvent,
        int payloadBytes,
        int eventsPerAppend,
        long bytesPerAppend,
        int conditionsPerAppend,
        int queryTerms,
        int snapshotBytes) {

    private static final int KIB = 1024;
    private static final int MIB = KIB * KIB;

    private static final Limits STANDARD =
            new Limits(255, 4 * KIB, 64, 32, MIB, 10_000, 64L * MIB, 10_000, 1_000, 64 * MIB);

    /**
     * The limits that every adapter of Daybook keeps for events, so that a log can move from one to the other.
     *
     * @return 255 characters a name, 1 MiB a payload, 10,000 events or 64 MiB an append, and so on
     */
    public static Limits standard() {
        return STANDARD;
    }

    /**
     * The same limits with another one for snapshots, which some engines cannot take as large.
     *
     * @param bytes bytes of the state of one snapshot
     * @return changed limits
     */
    public Limits withSnapshotBytes(int bytes) {
        return new Limits(
                nameLength,
                metadataValueLength,
                metadataEntries,
                tagsPerEvent,
                payloadBytes,
                eventsPerAppend,
                bytesPerAppend,
                conditionsPerAppend,
                queryTerms,
                bytes);
    }

    /**
     * Refuses an append that is too large.
     *
     * @param append what is about to be written
     * @throws LimitExceededException if a part of it exceeds a limit
     */
    public void check(Append append) {
        atMost("the append", append.conditions().size(), conditionsPerAppend, "conditions");
        check("the append", append.events());
        for (Condition condition : append.conditions()) {
            switch (condition) {
                case Condition.ExpectedSequence expected -> name("an expected aggregate id", expected.aggregateId());
                case Condition.NoneMatching none -> check(none.query());
            }
        }
    }

    /**
     * Refuses a stretch that is too large; it may be as large as an append.
     *
     * @param stretch what is about to be written
     * @throws LimitExceededException if a part of it exceeds a limit
     */
    public void check(Stretch stretch) {
        check("the stretch", stretch.events().stream().map(StoredEvent::event).toList());
    }

    /**
     * Refuses a query that is too large.
     *
     * @param query what is about to be read
     * @throws LimitExceededException if it has too many terms
     */
    public void check(Query query) {
        long terms = query.anyOf().size();
        for (Criteria criteria : query.anyOf()) {
            Metadata metadata = criteria.metadata();
            terms += criteria.aggregates().size()
                    + criteria.types().size()
                    + criteria.tags().size()
                    + metadata.entries().size()
                    + metadata.actor().stream().count()
                    + metadata.correlationId().stream().count()
                    + metadata.causationId().stream().count();
        }
        atMost("the query", terms, queryTerms, "terms");
    }

    /**
     * Refuses a snapshot that is too large.
     *
     * @param aggregateId what was folded
     * @param state its state
     * @throws LimitExceededException if a part of it exceeds a limit
     */
    public void check(String aggregateId, Payload state) {
        name("the aggregate id", aggregateId);
        atMost("the snapshot of " + aggregateId, state.size(), snapshotBytes, "bytes");
    }

    /**
     * Refuses progress that is too large: the rows of one step may be as many and as large as the events of an append.
     *
     * @param progress what is about to be written
     * @throws LimitExceededException if a part of it exceeds a limit
     */
    public void check(Progress progress) {
        atMost("the step", progress.changes().size(), eventsPerAppend, "rows");
        long bytes = 0;
        for (RowChange change : progress.changes()) {
            name("the name of a view", change.view());
            switch (change) {
                case RowChange.Put(String view, ViewRow row) -> {
                    check(view, row);
                    bytes += row.state().size();
                }
                case RowChange.Remove(String view, String key) -> name("the key of a row of " + view, key);
            }
        }
        atMost("the step", bytes, bytesPerAppend, "bytes of rows");
    }

    private void check(String view, ViewRow row) {
        name("the key of a row of " + view, row.key());
        name("what a row of " + view + " is sorted by", row.sort());
        name("the content type of a row of " + view, row.state().contentType());
        atMost("the row " + row.key() + " of " + view, row.state().size(), payloadBytes, "bytes");
    }

    /**
     * Refuses a lease whose names are too long.
     *
     * @param consumer the consumer's name
     * @param owner who wants it
     * @throws LimitExceededException if one of them exceeds the limit
     * @throws IllegalArgumentException if one of them is empty or not Unicode text
     */
    public void checkLease(String consumer, String owner) {
        name("the name of a consumer", Text.checked("the name of a consumer", consumer));
        name("the owner of a lease", Text.checked("the owner of a lease", owner));
    }

    private void check(String what, List<NewEvent> events) {
        atMost(what, events.size(), eventsPerAppend, "events");
        long bytes = 0;
        for (NewEvent event : events) {
            check(event);
            bytes += event.payload().size();
        }
        atMost(what, bytes, bytesPerAppend, "bytes of payload");
    }

    private void check(NewEvent event) {
        name("the aggregate id", event, event.aggregateId());
        name("the type", event, event.type().name());
        name("the content type", event, event.payload().contentType());
        atMost("the payload", event, event.payload().size(), payloadBytes, "bytes");
        atMost("the set of tags", event, event.tags().size(), tagsPerEvent, "tags");
        for (Tag tag : event.tags()) {
            name("a tag", event, tag.toString());
        }
        if (!event.metadata().isEmpty()) {
            check(event.metadata(), event);
        }
    }

    private void check(Metadata metadata, NewEvent event) {
        metadata.actor().ifPresent(actor -> name("the actor", event, actor));
        metadata.correlationId().ifPresent(id -> name("the correlation id", event, id));
        metadata.causationId().ifPresent(id -> name("the causation id", event, id));
        atMost("the metadata", event, metadata.entries().size(), metadataEntries, "entries");
        for (Map.Entry<String, String> entry : metadata.entries().entrySet()) {
            name("a metadata key", event, entry.getKey());
            String value = entry.getValue();
            atMost("a metadata value", event, length(value, metadataValueLength), metadataValueLength, "characters");
        }
    }

    private void name(String what, String name) {
        atMost(what, length(name, nameLength), nameLength, "characters");
    }

    private void name(String what, NewEvent event, String name) {
        atMost(what, event, length(name, nameLength), nameLength, "characters");
    }

    /** Counts the characters only where there can be too many: a character is one or two chars. */
    private static int length(String text, int limit) {
        return text.length() <= limit ? text.length() : text.codePointCount(0, text.length());
    }

    private static void atMost(String what, NewEvent event, long found, long limit, String unit) {
        if (found > limit) {
            throw new LimitExceededException(what + " of event " + event.id(), found, limit, unit);
        }
    }

    private static void atMost(String what, long found, long limit, String unit) {
        if (found > limit) {
            throw new LimitExceededException(what, found, limit, unit);
        }
    }
}
