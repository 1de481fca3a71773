package dev.daybook.jooq;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The tables and columns, as jOOQ names them. */
final class Tables {

    /** An event per row; the position is the row's key. */
    static final Table<Record> EVENT = table(name("event_log"));

    static final Field<Long> EVENT_POSITION = column("event_log", "position", SQLDataType.BIGINT);
    static final Field<byte[]> EVENT_ID = column("event_log", "id", SQLDataType.BLOB);
    static final Field<Long> EVENT_AGGREGATE = column("event_log", "aggregate", SQLDataType.BIGINT);
    static final Field<Long> EVENT_SEQUENCE = column("event_log", "sequence", SQLDataType.BIGINT);
    static final Field<Long> EVENT_TYPE = column("event_log", "type", SQLDataType.BIGINT);
    static final Field<Long> EVENT_TIMESTAMP = column("event_log", "timestamp", SQLDataType.BIGINT);
    static final Field<Long> EVENT_RECORDED_AT = column("event_log", "recorded_at", SQLDataType.BIGINT);
    static final Field<byte[]> EVENT_PAYLOAD = column("event_log", "payload", SQLDataType.BLOB);
    static final Field<String> EVENT_ACTOR = column("event_log", "actor", SQLDataType.CLOB);
    static final Field<String> EVENT_CORRELATION = column("event_log", "correlation_id", SQLDataType.CLOB);
    static final Field<String> EVENT_CAUSATION = column("event_log", "causation_id", SQLDataType.CLOB);
    static final Field<String> EVENT_TAGS = column("event_log", "tags", SQLDataType.CLOB);
    static final Field<String> EVENT_METADATA = column("event_log", "metadata", SQLDataType.CLOB);

    /** The text of an aggregate id, once. */
    static final Table<Record> AGGREGATE = table(name("aggregate"));

    static final Field<Long> AGGREGATE_KEY = column("aggregate", "key", SQLDataType.BIGINT);
    static final Field<String> AGGREGATE_ID = column("aggregate", "id", SQLDataType.CLOB);

    /** Name, version and content type of an event type, once. */
    static final Table<Record> TYPE = table(name("event_type"));

    static final Field<Long> TYPE_KEY = column("event_type", "key", SQLDataType.BIGINT);
    static final Field<String> TYPE_NAME = column("event_type", "name", SQLDataType.CLOB);
    static final Field<Long> TYPE_VERSION = column("event_type", "version", SQLDataType.BIGINT);
    static final Field<String> TYPE_CONTENT = column("event_type", "content_type", SQLDataType.CLOB);

    /** The index of what an event is labelled with: its tags, actor, correlation and causation. */
    static final Table<Record> LABEL = table(name("event_label"));

    static final Field<String> LABEL_LABEL = column("event_label", "label", SQLDataType.CLOB);
    static final Field<Long> LABEL_POSITION = column("event_label", "position", SQLDataType.BIGINT);

    /** The span of time that each full block of positions covers. */
    static final Table<Record> BLOCK = table(name("time_block"));

    static final Field<Long> BLOCK_NUMBER = column("time_block", "block", SQLDataType.BIGINT);
    static final Field<Long> BLOCK_EARLIEST = column("time_block", "earliest", SQLDataType.BIGINT);
    static final Field<Long> BLOCK_LATEST = column("time_block", "latest", SQLDataType.BIGINT);
    static final Field<Long> BLOCK_RECORDED = column("time_block", "first_recorded", SQLDataType.BIGINT);

    /** A fold's state per row. */
    static final Table<Record> SNAPSHOT = table(name("snapshot"));

    static final Field<byte[]> SNAPSHOT_ID = column("snapshot", "id", SQLDataType.BLOB);
    static final Field<String> SNAPSHOT_AGGREGATE = column("snapshot", "aggregate", SQLDataType.CLOB);
    static final Field<String> SNAPSHOT_FINGERPRINT = column("snapshot", "fingerprint", SQLDataType.CLOB);
    static final Field<Long> SNAPSHOT_SEQUENCE = column("snapshot", "sequence", SQLDataType.BIGINT);
    static final Field<Long> SNAPSHOT_LATEST = column("snapshot", "latest", SQLDataType.BIGINT);
    static final Field<Long> SNAPSHOT_TAKEN_AT = column("snapshot", "taken_at", SQLDataType.BIGINT);
    static final Field<String> SNAPSHOT_CONTENT = column("snapshot", "content_type", SQLDataType.CLOB);
    static final Field<Long> SNAPSHOT_SIZE = column("snapshot", "size", SQLDataType.BIGINT);
    static final Field<byte[]> SNAPSHOT_STATE = column("snapshot", "state", SQLDataType.BLOB);

    private Tables() {}

    private static <T> Field<T> column(String table, String column, DataType<T> type) {
        return field(name(table, column), type.notNull());
    }
}
