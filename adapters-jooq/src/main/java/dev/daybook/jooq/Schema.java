package dev.daybook.jooq;

import static org.jooq.impl.DSL.constraint;
import static org.jooq.impl.DSL.name;

import dev.daybook.ports.storage.Limits;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Constraint;
import org.jooq.CreateTableElementListStep;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Table;

/**
 * The first version of the schema. Whatever is there already stays, so that an engine that commits each statement by itself can
 * go on where it was interrupted.
 */
final class Schema {

    /** JSON writes a character in up to six. */
    private static final int ESCAPED = 6;

    private final DSLContext sql;
    private final Layout layout;
    private final Limits limits;
    private final DataType<Long> key;
    private final DataType<String> name;

    Schema(DSLContext sql, Layout layout, Limits limits) {
        this.sql = sql;
        this.layout = layout;
        this.limits = limits;
        key = layout.rowKey();
        name = layout.name().notNull();
    }

    List<Query> create() {
        List<Query> statements = new ArrayList<>(layout.preparing());
        dictionaries(statements);
        events(statements);
        indexes(statements);
        snapshots(statements);
        views(statements);
        statements.addAll(layout.guarding(Guard.ALL));
        return statements;
    }

    private void dictionaries(List<Query> statements) {
        statements.add(table(Tables.AGGREGATE)
                .column(Tables.AGGREGATE_KEY, key)
                .column(Tables.AGGREGATE_ID, name)
                .constraint(primaryKey("aggregate", Tables.AGGREGATE_KEY))
                .constraint(constraint(name("aggregate_by_id")).unique(Tables.AGGREGATE_ID)));
        statements.add(table(Tables.TYPE)
                .column(Tables.TYPE_KEY, key)
                .column(Tables.TYPE_NAME, name)
                .column(Tables.TYPE_VERSION)
                .column(Tables.TYPE_CONTENT, name)
                .constraint(primaryKey("event_type", Tables.TYPE_KEY))
                .constraint(constraint(name("event_type_by_name"))
                        .unique(Tables.TYPE_NAME, Tables.TYPE_VERSION, Tables.TYPE_CONTENT)));
    }

    private void events(List<Query> statements) {
        DataType<String> optional = layout.name().nullable(true);
        statements.add(table(Tables.EVENT)
                .column(Tables.EVENT_POSITION, key)
                .column(Tables.EVENT_ID, layout.id().notNull())
                .column(Tables.EVENT_AGGREGATE)
                .column(Tables.EVENT_SEQUENCE)
                .column(Tables.EVENT_TYPE)
                .column(Tables.EVENT_TIMESTAMP)
                .column(Tables.EVENT_RECORDED_AT)
                .column(Tables.EVENT_CHECKSUM)
                .column(
                        Tables.EVENT_PAYLOAD,
                        layout.bytes(limits.payloadBytes()).notNull())
                .column(Tables.EVENT_ACTOR, optional)
                .column(Tables.EVENT_CORRELATION, optional)
                .column(Tables.EVENT_CAUSATION, optional)
                .column(Tables.EVENT_TAGS, layout.text(tagsLength()).nullable(true))
                .column(Tables.EVENT_METADATA, layout.text(metadataLength()).nullable(true))
                .constraint(primaryKey("event_log", Tables.EVENT_POSITION))
                .constraint(constraint(name("event_by_id")).unique(Tables.EVENT_ID))
                .constraint(constraint(name(Tables.EVENT_BY_SEQUENCE))
                        .unique(Tables.EVENT_AGGREGATE, Tables.EVENT_SEQUENCE)));
    }

    private int tagsLength() {
        return limits.tagsPerEvent() * (limits.nameLength() * ESCAPED + 3) + 2;
    }

    private int metadataLength() {
        return limits.metadataEntries() * ((limits.nameLength() + limits.metadataValueLength()) * ESCAPED + 6) + 2;
    }

    private void indexes(List<Query> statements) {
        statements.add(sql.createIndexIfNotExists(name(Tables.EVENT_BY_TYPE))
                .on(Tables.EVENT, layout.inPositionOrder(Tables.EVENT_TYPE, Tables.EVENT_POSITION)));
        statements.add(layout.storedByKey(table(Tables.LABEL)
                .column(Tables.LABEL_LABEL, name)
                .column(Tables.LABEL_POSITION)
                .constraint(primaryKey("event_label", Tables.LABEL_LABEL, Tables.LABEL_POSITION))));
        statements.add(table(Tables.BLOCK)
                .column(Tables.BLOCK_NUMBER, key)
                .column(Tables.BLOCK_EARLIEST)
                .column(Tables.BLOCK_LATEST)
                .column(Tables.BLOCK_RECORDED)
                .constraint(primaryKey("time_block", Tables.BLOCK_NUMBER)));
    }

    private void snapshots(List<Query> statements) {
        statements.add(table(Tables.SNAPSHOT)
                .column(Tables.SNAPSHOT_ID, layout.id().notNull())
                .column(Tables.SNAPSHOT_AGGREGATE, name)
                .column(Tables.SNAPSHOT_FINGERPRINT, name)
                .column(Tables.SNAPSHOT_SEQUENCE)
                .column(Tables.SNAPSHOT_LATEST)
                .column(Tables.SNAPSHOT_TAKEN_AT)
                .column(Tables.SNAPSHOT_CONTENT, name)
                .column(Tables.SNAPSHOT_SIZE)
                .column(
                        Tables.SNAPSHOT_STATE,
                        layout.bytes(limits.snapshotBytes()).notNull())
                .constraint(primaryKey(
                        "snapshot", Tables.SNAPSHOT_AGGREGATE, Tables.SNAPSHOT_FINGERPRINT, Tables.SNAPSHOT_SEQUENCE)));
        // So that the totals are summed over a few bytes a snapshot, and not over the states.
        statements.add(sql.createIndexIfNotExists(name("snapshot_by_size")).on(Tables.SNAPSHOT, Tables.SNAPSHOT_SIZE));
    }

    /** The second version: consumers, and what they have made of the log. */
    List<Query> createConsumers() {
        List<Query> statements = new ArrayList<>(List.of(
                table(Tables.CONSUMER)
                        .column(Tables.CONSUMER_NAME, name)
                        .column(Tables.CONSUMER_CHECKPOINT)
                        .column(Tables.CONSUMER_OWNER, name)
                        .column(Tables.CONSUMER_FENCE)
                        .column(Tables.CONSUMER_BEAT)
                        .column(Tables.CONSUMER_MOVED_AT)
                        .constraint(primaryKey("log_consumer", Tables.CONSUMER_NAME)),
                table(Tables.VIEW)
                        .column(Tables.VIEW_KEY, key)
                        .column(Tables.VIEW_NAME, name)
                        .constraint(primaryKey("view_name", Tables.VIEW_KEY))
                        .constraint(constraint(name("view_by_name")).unique(Tables.VIEW_NAME)),
                layout.storedByKey(table(Tables.ROW)
                        .column(Tables.ROW_VIEW)
                        .column(Tables.ROW_KEY, name)
                        .column(Tables.ROW_SORT, name)
                        .column(Tables.ROW_CONTENT, name)
                        .column(
                                Tables.ROW_STATE,
                                layout.bytes(limits.payloadBytes()).notNull())
                        .constraint(primaryKey("view_row", Tables.ROW_VIEW, Tables.ROW_KEY))),
                sql.createIndexIfNotExists(name(Tables.ROW_BY_SORT))
                        .on(Tables.ROW, Tables.ROW_VIEW, Tables.ROW_SORT, Tables.ROW_KEY)));
        statements.addAll(layout.announcing());
        return statements;
    }

    /** The columns of the original audit-trail schema, for whoever opens the database with a shell. */
    private void views(List<Query> statements) {
        statements.add(sql.createViewIfNotExists(
                        Tables.EVENTS_VIEW,
                        view("id"),
                        view("event_type"),
                        view("event_data"),
                        view("aggregate_id"),
                        view("sequence"),
                        view("timestamp"))
                .as(sql.select(
                                layout.uuidText(Tables.EVENT_ID),
                                Tables.TYPE_NAME,
                                layout.utf8Text(Tables.EVENT_PAYLOAD),
                                Tables.AGGREGATE_ID,
                                Tables.EVENT_SEQUENCE,
                                layout.timeText(Tables.EVENT_TIMESTAMP))
                        .from(Tables.EVENT)
                        .join(Tables.AGGREGATE)
                        .on(Tables.AGGREGATE_KEY.eq(Tables.EVENT_AGGREGATE))
                        .join(Tables.TYPE)
                        .on(Tables.TYPE_KEY.eq(Tables.EVENT_TYPE))));
        statements.add(sql.createViewIfNotExists(
                        Tables.SNAPSHOTS_VIEW,
                        view("id"),
                        view("aggregate_id"),
                        view("state_data"),
                        view("sequence"),
                        view("timestamp"))
                .as(sql.select(
                                layout.uuidText(Tables.SNAPSHOT_ID),
                                Tables.SNAPSHOT_AGGREGATE,
                                layout.utf8Text(Tables.SNAPSHOT_STATE),
                                Tables.SNAPSHOT_SEQUENCE,
                                layout.timeText(Tables.SNAPSHOT_TAKEN_AT))
                        .from(Tables.SNAPSHOT)));
    }

    private static Field<?> view(String column) {
        return org.jooq.impl.DSL.field(name(column));
    }

    private CreateTableElementListStep table(Table<Record> table) {
        return sql.createTableIfNotExists(table);
    }

    private static Constraint primaryKey(String table, Field<?>... columns) {
        return constraint(name(table + "_key")).primaryKey(columns);
    }
}
