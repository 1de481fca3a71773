package dev.daybook.jooq;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;

import dev.daybook.ports.event.Metadata;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.event.Tag;
import dev.daybook.ports.event.Timestamps;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Reads an event from a row. */
final class EventRows {

    /** The columns of every statement that reads events, in the order of the numbers below. */
    static final List<Field<?>> COLUMNS = List.of(
            Tables.EVENT_POSITION,
            Tables.EVENT_ID,
            Tables.EVENT_AGGREGATE,
            Tables.EVENT_SEQUENCE,
            Tables.EVENT_TYPE,
            Tables.EVENT_TIMESTAMP,
            Tables.EVENT_RECORDED_AT,
            Tables.EVENT_PAYLOAD,
            Tables.EVENT_CHECKSUM,
            details(),
            Tables.EVENT_ACTOR,
            Tables.EVENT_CORRELATION,
            Tables.EVENT_CAUSATION,
            Tables.EVENT_TAGS,
            Tables.EVENT_METADATA);

    private static final int ACTOR = 1;
    private static final int CORRELATION = 2;
    private static final int CAUSATION = 4;
    private static final int TAGS = 8;
    private static final int ENTRIES = 16;

    /** Where the aggregate's id stands, in statements that read events of more than one aggregate. */
    private static final int AGGREGATE_ID = COLUMNS.size() + 1;

    private final Dialect dialect;
    private final Dictionary dictionary;

    EventRows(Dialect dialect, Dictionary dictionary) {
        this.dialect = dialect;
        this.dictionary = dictionary;
    }

    /** As a subquery, which every engine answers row by row; a join some would begin at the dictionary, and sort. */
    static Field<String> aggregateId() {
        return field(select(Tables.AGGREGATE_ID)
                .from(Tables.AGGREGATE)
                .where(Tables.AGGREGATE_KEY.eq(Tables.EVENT_AGGREGATE)));
    }

    /** An event of whatever aggregate, from a statement that names it. */
    StoredEvent read(Session session, ResultSet row) throws SQLException {
        long key = row.getLong(3);
        String aggregateId = dictionary.aggregateId(key);
        if (aggregateId == null) {
            aggregateId = row.getString(AGGREGATE_ID);
            dictionary.learn(key, aggregateId);
        }
        return read(session, row, aggregateId);
    }

    StoredEvent read(Session session, ResultSet row, String aggregateId) throws SQLException {
        Dictionary.Kind kind = dictionary.kind(session, row.getLong(5));
        int details = row.getInt(10);
        String tags = (details & TAGS) == 0 ? null : row.getString(14);
        String entries = (details & ENTRIES) == 0 ? null : row.getString(15);
        StoredEvent stored;
        try {
            NewEvent event = new NewEvent(
                    uuid(row.getBytes(2)),
                    aggregateId,
                    kind.type(),
                    payload(kind.contentType(), dialect.bytes(row, 8)),
                    Timestamps.ofMicros(row.getLong(6)),
                    details == 0 ? Metadata.none() : metadata(row, details, entries),
                    tags == null ? Set.of() : tags(tags));
            stored = new StoredEvent(row.getLong(1), row.getLong(4), Timestamps.ofMicros(row.getLong(7)), event);
        } catch (RuntimeException e) {
            throw new DamagedException("the row at position " + row.getLong(1) + " cannot be an event: " + e, e);
        }
        if (row.getInt(9) != Checksum.of(stored, tags, entries)) {
            throw new DamagedException(
                    "the event at position " + stored.position()
                            + " is not as it was written: its checksum does not match its content",
                    null);
        }
        return stored;
    }

    static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static UUID uuid(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    static Payload payload(String contentType, byte @Nullable [] bytes) {
        // Some drivers give no bytes for an empty value.
        byte[] content = bytes == null ? new byte[0] : bytes;
        return contentType.equals(Payload.JSON) ? Payload.json(content) : Payload.of(contentType, content);
    }

    /**
     * One question to the driver in place of five: which of the columns that most events leave empty hold anything, a bit for
     * each.
     */
    private static Field<Integer> details() {
        Field<?> any = coalesce(
                Tables.EVENT_ACTOR,
                Tables.EVENT_CORRELATION,
                Tables.EVENT_CAUSATION,
                Tables.EVENT_TAGS,
                Tables.EVENT_METADATA);
        return when(any.isNull(), inline(0))
                .otherwise(bit(Tables.EVENT_ACTOR, ACTOR)
                        .plus(bit(Tables.EVENT_CORRELATION, CORRELATION))
                        .plus(bit(Tables.EVENT_CAUSATION, CAUSATION))
                        .plus(bit(Tables.EVENT_TAGS, TAGS))
                        .plus(bit(Tables.EVENT_METADATA, ENTRIES)));
    }

    private static Field<Integer> bit(Field<?> column, int bit) {
        return when(column.isNull(), inline(0)).otherwise(inline(bit));
    }

    private static Metadata metadata(ResultSet row, int details, @Nullable String entries) throws SQLException {
        Metadata metadata = Metadata.none();
        metadata = (details & ACTOR) == 0 ? metadata : metadata.withActor(row.getString(11));
        metadata = (details & CORRELATION) == 0 ? metadata : metadata.withCorrelationId(row.getString(12));
        metadata = (details & CAUSATION) == 0 ? metadata : metadata.withCausationId(row.getString(13));
        if (entries != null) {
            for (Map.Entry<String, String> entry : FlatJson.object(entries).entrySet()) {
                metadata = metadata.with(entry.getKey(), entry.getValue());
            }
        }
        return metadata;
    }

    private static Set<Tag> tags(String json) {
        Set<Tag> tags = new HashSet<>();
        for (String tag : FlatJson.array(json)) {
            tags.add(Tag.parse(tag));
        }
        return tags;
    }
}
