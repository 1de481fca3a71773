package dev.daybook.jooq;

import static org.jooq.impl.DSL.constraint;
import static org.jooq.impl.DSL.name;

import java.util.ArrayList;
import java.util.List;
import org.jooq.CreateTableElementListStep;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Table;

/** The first version of the schema. Names, where other engines need limits or collations, are for a dialect to refine. */
final class Schema {

    private final DSLContext sql;
    private final Dialect dialect;

    Schema(DSLContext sql, Dialect dialect) {
        this.sql = sql;
        this.dialect = dialect;
    }

    List<Query> create() {
        List<Query> statements = new ArrayList<>();
        dictionaries(statements);
        events(statements);
        indexes(statements);
        snapshots(statements);
        views(statements);
        statements.addAll(dialect.guards());
        return statements;
    }

    private void dictionaries(List<Query> statements) {
        statements.add(table(Tables.AGGREGATE)
                .column(plain(Tables.AGGREGATE_KEY), dialect.rowKey())
                .column(plain(Tables.AGGREGATE_ID))
                .constraint(key("aggregate", Tables.AGGREGATE_KEY))
                .constraint(constraint(name("aggregate_by_id")).unique(plain(Tables.AGGREGATE_ID))));
        statements.add(table(Tables.TYPE)
                .column(plain(Tables.TYPE_KEY), dialect.rowKey())
                .column(plain(Tables.TYPE_NAME))
                .column(plain(Tables.TYPE_VERSION))
                .column(plain(Tables.TYPE_CONTENT))
                .constraint(key("event_type", Tables.TYPE_KEY))
                .constraint(constraint(name("event_type_by_name"))
                        .unique(plain(Tables.TYPE_NAME), plain(Tables.TYPE_VERSION), plain(Tables.TYPE_CONTENT))));
    }

    private void events(List<Query> statements) {
        statements.add(table(Tables.EVENT)
                .column(plain(Tables.EVENT_POSITION), dialect.rowKey())
                .column(plain(Tables.EVENT_ID))
                .column(plain(Tables.EVENT_AGGREGATE))
                .column(plain(Tables.EVENT_SEQUENCE))
                .column(plain(Tables.EVENT_TYPE))
                .column(plain(Tables.EVENT_TIMESTAMP))
                .column(plain(Tables.EVENT_RECORDED_AT))
                .column(plain(Tables.EVENT_PAYLOAD))
                .column(optional(Tables.EVENT_ACTOR))
                .column(optional(Tables.EVENT_CORRELATION))
                .column(optional(Tables.EVENT_CAUSATION))
                .column(optional(Tables.EVENT_TAGS))
                .column(optional(Tables.EVENT_METADATA))
                .constraint(key("event_log", Tables.EVENT_POSITION))
                .constraint(constraint(name("event_by_id")).unique(plain(Tables.EVENT_ID)))
                .constraint(constraint(name("event_by_sequence"))
                        .unique(plain(Tables.EVENT_AGGREGATE), plain(Tables.EVENT_SEQUENCE))));
    }

    private void indexes(List<Query> statements) {
        statements.add(sql.createIndex(name("event_by_type"))
                .on(Tables.EVENT, dialect.inPositionOrder(plain(Tables.EVENT_TYPE), plain(Tables.EVENT_POSITION))));
        statements.add(dialect.storedByKey(table(Tables.LABEL)
                .column(plain(Tables.LABEL_LABEL))
                .column(plain(Tables.LABEL_POSITION))
                .constraint(key("event_label", Tables.LABEL_LABEL, Tables.LABEL_POSITION))));
        statements.add(table(Tables.BLOCK)
                .column(plain(Tables.BLOCK_NUMBER), dialect.rowKey())
                .column(plain(Tables.BLOCK_EARLIEST))
                .column(plain(Tables.BLOCK_LATEST))
                .column(plain(Tables.BLOCK_RECORDED))
                .constraint(key("time_block", Tables.BLOCK_NUMBER)));
    }

    private void snapshots(List<Query> statements) {
        statements.add(table(Tables.SNAPSHOT)
                .column(plain(Tables.SNAPSHOT_ID))
                .column(plain(Tables.SNAPSHOT_AGGREGATE))
                .column(plain(Tables.SNAPSHOT_FINGERPRINT))
                .column(plain(Tables.SNAPSHOT_SEQUENCE))
                .column(plain(Tables.SNAPSHOT_LATEST))
                .column(plain(Tables.SNAPSHOT_TAKEN_AT))
                .column(plain(Tables.SNAPSHOT_CONTENT))
                .column(plain(Tables.SNAPSHOT_SIZE))
                .column(plain(Tables.SNAPSHOT_STATE))
                .constraint(key(
                        "snapshot", Tables.SNAPSHOT_AGGREGATE, Tables.SNAPSHOT_FINGERPRINT, Tables.SNAPSHOT_SEQUENCE)));
        // So that the totals are summed over a few bytes a snapshot, and not over the states.
        statements.add(sql.createIndex(name("snapshot_by_size")).on(Tables.SNAPSHOT, plain(Tables.SNAPSHOT_SIZE)));
    }

    /** The columns of the original audit-trail schema, for whoever opens the database with a shell. */
    private void views(List<Query> statements) {
        statements.add(sql.createView(
                        name("events"),
                        name("id"),
                        name("event_type"),
                        name("event_data"),
                        name("aggregate_id"),
                        name("sequence"),
                        name("timestamp"))
                .as(sql.select(
                                dialect.uuidText(Tables.EVENT_ID),
                                Tables.TYPE_NAME,
                                dialect.utf8Text(Tables.EVENT_PAYLOAD),
                                Tables.AGGREGATE_ID,
                                Tables.EVENT_SEQUENCE,
                                dialect.timeText(Tables.EVENT_TIMESTAMP))
                        .from(Tables.EVENT)
                        .join(Tables.AGGREGATE)
                        .on(Tables.AGGREGATE_KEY.eq(Tables.EVENT_AGGREGATE))
                        .join(Tables.TYPE)
                        .on(Tables.TYPE_KEY.eq(Tables.EVENT_TYPE))));
        statements.add(sql.createView(
                        name("snapshots"),
                        name("id"),
                        name("aggregate_id"),
                        name("state_data"),
                        name("sequence"),
                        name("timestamp"))
                .as(sql.select(
                                dialect.uuidText(Tables.SNAPSHOT_ID),
                                Tables.SNAPSHOT_AGGREGATE,
                                dialect.utf8Text(Tables.SNAPSHOT_STATE),
                                Tables.SNAPSHOT_SEQUENCE,
                                dialect.timeText(Tables.SNAPSHOT_TAKEN_AT))
                        .from(Tables.SNAPSHOT)));
    }

    private CreateTableElementListStep table(Table<Record> table) {
        return sql.createTable(table);
    }

    private static org.jooq.Constraint key(String table, Field<?>... columns) {
        Field<?>[] plain = new Field<?>[columns.length];
        for (int i = 0; i < columns.length; i++) {
            plain[i] = plain(columns[i]);
        }
        return constraint(name(table + "_key")).primaryKey(plain);
    }

    /** A column's name within its own table's definition, where the table's name has no place. */
    private static <T> Field<T> plain(Field<T> column) {
        return org.jooq.impl.DSL.field(name(column.getName()), column.getDataType());
    }

    private static <T> Field<T> optional(Field<T> column) {
        return org.jooq.impl.DSL.field(
                name(column.getName()), column.getDataType().nullable(true));
    }
}
