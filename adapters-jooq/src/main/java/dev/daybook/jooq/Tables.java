package dev.daybook.jooq;

import static org.jooq.impl.DSL.name;

import java.util.List;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Schema;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.SchemaImpl;
import org.jooq.impl.TableImpl;

/** The tables and columns, as jOOQ names them; where they stand, and with which prefix, is for the rendering. */
final class Tables {

    /** Stands for whichever schema the log is in. */
    static final Schema SCHEMA = new SchemaImpl(name("daybook"));

    /** An event per row; the position is the row's key. */
    static final LogTable EVENT = new LogTable("event_log");

    static final Field<Long> EVENT_POSITION = EVENT.column("position", SQLDataType.BIGINT);
    static final Field<byte[]> EVENT_ID = EVENT.column("id", SQLDataType.BLOB);
    static final Field<Long> EVENT_AGGREGATE = EVENT.column("aggregate", SQLDataType.BIGINT);
    static final Field<Long> EVENT_SEQUENCE = EVENT.column("sequence", SQLDataType.BIGINT);
    static final Field<Long> EVENT_TYPE = EVENT.column("type", SQLDataType.BIGINT);
    static final Field<Long> EVENT_TIMESTAMP = EVENT.column("timestamp", SQLDataType.BIGINT);
    static final Field<Long> EVENT_RECORDED_AT = EVENT.column("recorded_at", SQLDataType.BIGINT);
    static final Field<Integer> EVENT_CHECKSUM = EVENT.column("checksum", SQLDataType.INTEGER);
    static final Field<byte[]> EVENT_PAYLOAD = EVENT.column("payload", SQLDataType.BLOB);
    static final Field<String> EVENT_ACTOR = EVENT.column("actor", SQLDataType.CLOB);
    static final Field<String> EVENT_CORRELATION = EVENT.column("correlation_id", SQLDataType.CLOB);
    static final Field<String> EVENT_CAUSATION = EVENT.column("causation_id", SQLDataType.CLOB);
    static final Field<String> EVENT_TAGS = EVENT.column("tags", SQLDataType.CLOB);
    static final Field<String> EVENT_METADATA = EVENT.column("metadata", SQLDataType.CLOB);

    /** The index of events by aggregate and sequence. */
    static final String EVENT_BY_SEQUENCE = "event_by_sequence";

    /** The index of events by type and position. */
    static final String EVENT_BY_TYPE = "event_by_type";

    /** The text of an aggregate id, once. */
    static final LogTable AGGREGATE = new LogTable("aggregate");

    static final Field<Long> AGGREGATE_KEY = AGGREGATE.column("key", SQLDataType.BIGINT);
    static final Field<String> AGGREGATE_ID = AGGREGATE.column("id", SQLDataType.VARCHAR);

    /** Name, version and content type of an event type, once. */
    static final LogTable TYPE = new LogTable("event_type");

    static final Field<Long> TYPE_KEY = TYPE.column("key", SQLDataType.BIGINT);
    static final Field<String> TYPE_NAME = TYPE.column("name", SQLDataType.VARCHAR);
    static final Field<Long> TYPE_VERSION = TYPE.column("version", SQLDataType.BIGINT);
    static final Field<String> TYPE_CONTENT = TYPE.column("content_type", SQLDataType.VARCHAR);

    /** The index of what an event is labelled with: its tags, actor, correlation and causation. */
    static final LogTable LABEL = new LogTable("event_label");

    static final Field<String> LABEL_LABEL = LABEL.column("label", SQLDataType.VARCHAR);
    static final Field<Long> LABEL_POSITION = LABEL.column("position", SQLDataType.BIGINT);

    /** The span of time that each full block of positions covers. */
    static final LogTable BLOCK = new LogTable("time_block");

    static final Field<Long> BLOCK_NUMBER = BLOCK.column("block", SQLDataType.BIGINT);
    static final Field<Long> BLOCK_EARLIEST = BLOCK.column("earliest", SQLDataType.BIGINT);
    static final Field<Long> BLOCK_LATEST = BLOCK.column("latest", SQLDataType.BIGINT);
    static final Field<Long> BLOCK_RECORDED = BLOCK.column("first_recorded", SQLDataType.BIGINT);

    /** A fold's state per row. */
    static final LogTable SNAPSHOT = new LogTable("snapshot");

    static final Field<byte[]> SNAPSHOT_ID = SNAPSHOT.column("id", SQLDataType.BLOB);
    static final Field<String> SNAPSHOT_AGGREGATE = SNAPSHOT.column("aggregate", SQLDataType.VARCHAR);
    static final Field<String> SNAPSHOT_FINGERPRINT = SNAPSHOT.column("fingerprint", SQLDataType.VARCHAR);
    static final Field<Long> SNAPSHOT_SEQUENCE = SNAPSHOT.column("sequence", SQLDataType.BIGINT);
    static final Field<Long> SNAPSHOT_LATEST = SNAPSHOT.column("latest", SQLDataType.BIGINT);
    static final Field<Long> SNAPSHOT_TAKEN_AT = SNAPSHOT.column("taken_at", SQLDataType.BIGINT);
    static final Field<String> SNAPSHOT_CONTENT = SNAPSHOT.column("content_type", SQLDataType.VARCHAR);
    static final Field<Long> SNAPSHOT_SIZE = SNAPSHOT.column("size", SQLDataType.BIGINT);
    static final Field<byte[]> SNAPSHOT_STATE = SNAPSHOT.column("state", SQLDataType.BLOB);

    /** How far a consumer has come, and who has its lease. */
    static final LogTable CONSUMER = new LogTable("log_consumer");

    static final Field<String> CONSUMER_NAME = CONSUMER.column("name", SQLDataType.VARCHAR);
    static final Field<Long> CONSUMER_CHECKPOINT = CONSUMER.column("checkpoint", SQLDataType.BIGINT);
    static final Field<String> CONSUMER_OWNER = CONSUMER.column("owner", SQLDataType.VARCHAR);
    static final Field<Long> CONSUMER_FENCE = CONSUMER.column("fence", SQLDataType.BIGINT);
    static final Field<Long> CONSUMER_BEAT = CONSUMER.column("beat", SQLDataType.BIGINT);
    static final Field<Long> CONSUMER_MOVED_AT = CONSUMER.column("moved_at", SQLDataType.BIGINT);

    /** The text of a view's name, once. */
    static final LogTable VIEW = new LogTable("view_name");

    static final Field<Long> VIEW_KEY = VIEW.column("key", SQLDataType.BIGINT);
    static final Field<String> VIEW_NAME = VIEW.column("name", SQLDataType.VARCHAR);

    /** What consumers have made of the log, a row per key of a view. */
    static final LogTable ROW = new LogTable("view_row");

    static final Field<Long> ROW_VIEW = ROW.column("view", SQLDataType.BIGINT);
    static final Field<String> ROW_KEY = ROW.column("key", SQLDataType.VARCHAR);
    static final Field<String> ROW_SORT = ROW.column("sort", SQLDataType.VARCHAR);
    static final Field<String> ROW_CONTENT = ROW.column("content_type", SQLDataType.VARCHAR);
    static final Field<byte[]> ROW_STATE = ROW.column("state", SQLDataType.BLOB);

    /** The index of rows by view, what they are sorted by, and key. */
    static final String ROW_BY_SORT = "view_row_by_sort";

    /** Empty for good, with columns that refer to the tables of history, see {@link Guard#byReference}. */
    static final LogTable REFERENCE = new LogTable("log_reference");

    static final Field<Long> REFERENCE_EVENT = REFERENCE.column("position", SQLDataType.BIGINT);
    static final Field<Long> REFERENCE_AGGREGATE = REFERENCE.column("aggregate", SQLDataType.BIGINT);
    static final Field<Long> REFERENCE_TYPE = REFERENCE.column("type", SQLDataType.BIGINT);
    static final Field<String> REFERENCE_LABEL = REFERENCE.column("label", SQLDataType.VARCHAR);
    static final Field<Long> REFERENCE_BLOCK = REFERENCE.column("block", SQLDataType.BIGINT);

    /** What whoever opens the database with a shell reads. */
    static final LogTable EVENTS_VIEW = new LogTable("events");

    static final LogTable SNAPSHOTS_VIEW = new LogTable("snapshots");

    /** Every name that must not be somebody else's. */
    static final List<LogTable> ALL = List.of(
            EVENT,
            AGGREGATE,
            TYPE,
            LABEL,
            BLOCK,
            SNAPSHOT,
            REFERENCE,
            CONSUMER,
            VIEW,
            ROW,
            EVENTS_VIEW,
            SNAPSHOTS_VIEW);

    private Tables() {}

    /** A table that knows its columns. */
    static final class LogTable extends TableImpl<Record> {

        private static final long serialVersionUID = 1L;

        LogTable(String table) {
            super(name(table), SCHEMA);
        }

        <T> Field<T> column(String column, DataType<T> type) {
            return createField(name(column), type.notNull(), this);
        }
    }
}
