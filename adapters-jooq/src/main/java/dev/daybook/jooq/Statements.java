package dev.daybook.jooq;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.param;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.when;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;

/** The SQL of one engine, rendered once; parameters stand in the order in which they are written here. */
final class Statements {

    final String head;
    final String openBlock;
    final String lastAggregate;
    final String lastType;
    final String aggregateHead;
    final String aggregateKey;
    final String aggregatesBehind;
    final String typeKey;
    final String typeByKey;
    final String eventById;
    final String sequenceUpTo;
    final String recordedAtPosition;
    final String blocksFrom;
    final String insertAggregate;
    final String insertType;
    final String insertPlainEvent;
    final String insertEvent;
    final String insertLabel;
    final String insertBlock;
    final String insertSnapshot;
    final String deleteSnapshot;
    final String newestSnapshot;
    final String snapshotTotals;

    private final DSLContext sql;
    private final Layout layout;
    private final Map<Integer, String> typeKeysByNames = new ConcurrentHashMap<>();
    private final Map<Integer, String> labelsBehind = new ConcurrentHashMap<>();

    Statements(DSLContext sql, Layout layout) {
        this.sql = sql;
        this.layout = layout;
        head = render(sql.select(Tables.EVENT_POSITION, Tables.EVENT_RECORDED_AT)
                .from(Tables.EVENT)
                .orderBy(Tables.EVENT_POSITION.desc())
                .limit(org.jooq.impl.DSL.inline(1)));
        openBlock = render(
                sql.select(min(Tables.EVENT_TIMESTAMP), max(Tables.EVENT_TIMESTAMP), min(Tables.EVENT_RECORDED_AT))
                        .from(Tables.EVENT)
                        .where(Tables.EVENT_POSITION.gt(number()))
                        .and(Tables.EVENT_POSITION.le(number())));
        lastAggregate = render(sql.select(max(Tables.AGGREGATE_KEY)).from(Tables.AGGREGATE));
        lastType = render(sql.select(max(Tables.TYPE_KEY)).from(Tables.TYPE));
        aggregateHead = render(sql.select(Tables.AGGREGATE_KEY, field(lastSequence(Tables.AGGREGATE_KEY)))
                .from(Tables.AGGREGATE)
                .where(Tables.AGGREGATE_ID.eq(text())));
        aggregateKey =
                render(sql.select(Tables.AGGREGATE_KEY).from(Tables.AGGREGATE).where(Tables.AGGREGATE_ID.eq(text())));
        aggregatesBehind = render(sql.select(Tables.AGGREGATE_ID)
                .from(Tables.AGGREGATE)
                .where(Tables.AGGREGATE_ID.gt(text()))
                .orderBy(Tables.AGGREGATE_ID)
                .limit(rows()));
        typeKey = render(sql.select(Tables.TYPE_KEY)
                .from(Tables.TYPE)
                .where(Tables.TYPE_NAME.eq(text()))
                .and(Tables.TYPE_VERSION.eq(number()))
                .and(Tables.TYPE_CONTENT.eq(text())));
        typeByKey = render(sql.select(Tables.TYPE_NAME, Tables.TYPE_VERSION, Tables.TYPE_CONTENT)
                .from(Tables.TYPE)
                .where(Tables.TYPE_KEY.eq(number())));
        eventById = render(sql.select(EventRows.COLUMNS)
                .select(EventRows.aggregateId())
                .from(Tables.EVENT)
                .where(Tables.EVENT_ID.eq(bytes())));
        sequenceUpTo = render(halving(sql));
        recordedAtPosition = render(
                sql.select(Tables.EVENT_RECORDED_AT).from(Tables.EVENT).where(Tables.EVENT_POSITION.eq(number())));
        blocksFrom = render(sql.select(Tables.BLOCK_EARLIEST, Tables.BLOCK_LATEST, Tables.BLOCK_RECORDED)
                .from(Tables.BLOCK)
                .where(Tables.BLOCK_NUMBER.ge(number()))
                .orderBy(Tables.BLOCK_NUMBER));
        insertAggregate = insert(Tables.AGGREGATE, Tables.AGGREGATE_KEY, Tables.AGGREGATE_ID);
        insertType = insert(Tables.TYPE, Tables.TYPE_KEY, Tables.TYPE_NAME, Tables.TYPE_VERSION, Tables.TYPE_CONTENT);
        Field<?>[] plain = {
            Tables.EVENT_POSITION,
            Tables.EVENT_ID,
            Tables.EVENT_AGGREGATE,
            Tables.EVENT_SEQUENCE,
            Tables.EVENT_TYPE,
            Tables.EVENT_TIMESTAMP,
            Tables.EVENT_RECORDED_AT,
            Tables.EVENT_PAYLOAD,
            Tables.EVENT_CHECKSUM
        };
        insertPlainEvent = insert(Tables.EVENT, plain);
        List<Field<?>> all = new ArrayList<>(List.of(plain));
        all.addAll(List.of(
                Tables.EVENT_ACTOR,
                Tables.EVENT_CORRELATION,
                Tables.EVENT_CAUSATION,
                Tables.EVENT_TAGS,
                Tables.EVENT_METADATA));
        insertEvent = insert(Tables.EVENT, all.toArray(Field<?>[]::new));
        insertLabel = insert(Tables.LABEL, Tables.LABEL_LABEL, Tables.LABEL_POSITION);
        insertBlock = insert(
                Tables.BLOCK, Tables.BLOCK_NUMBER, Tables.BLOCK_EARLIEST, Tables.BLOCK_LATEST, Tables.BLOCK_RECORDED);
        insertSnapshot = insert(
                Tables.SNAPSHOT,
                Tables.SNAPSHOT_AGGREGATE,
                Tables.SNAPSHOT_FINGERPRINT,
                Tables.SNAPSHOT_SEQUENCE,
                Tables.SNAPSHOT_ID,
                Tables.SNAPSHOT_LATEST,
                Tables.SNAPSHOT_TAKEN_AT,
                Tables.SNAPSHOT_CONTENT,
                Tables.SNAPSHOT_SIZE,
                Tables.SNAPSHOT_STATE);
        deleteSnapshot = render(sql.deleteFrom(Tables.SNAPSHOT)
                .where(Tables.SNAPSHOT_AGGREGATE.eq(text()))
                .and(Tables.SNAPSHOT_FINGERPRINT.eq(text()))
                .and(Tables.SNAPSHOT_SEQUENCE.eq(number())));
        newestSnapshot = render(sql.select(
                        Tables.SNAPSHOT_SEQUENCE,
                        Tables.SNAPSHOT_LATEST,
                        Tables.SNAPSHOT_TAKEN_AT,
                        Tables.SNAPSHOT_CONTENT,
                        Tables.SNAPSHOT_STATE)
                .from(Tables.SNAPSHOT)
                .where(Tables.SNAPSHOT_AGGREGATE.eq(text()))
                .and(Tables.SNAPSHOT_FINGERPRINT.eq(text()))
                .and(Tables.SNAPSHOT_SEQUENCE.le(number()))
                .and(Tables.SNAPSHOT_LATEST.le(number()))
                .orderBy(Tables.SNAPSHOT_SEQUENCE.desc())
                .limit(org.jooq.impl.DSL.inline(1)));
        snapshotTotals = render(sql.select(org.jooq.impl.DSL.count(), org.jooq.impl.DSL.sum(Tables.SNAPSHOT_SIZE))
                .from(Tables.SNAPSHOT));
    }

    /** Of so many labels, each looked for behind a position, those that are there, by their numbers from 0. */
    String labelsBehind(int count) {
        return labelsBehind.computeIfAbsent(count, labels -> {
            Select<Record1<Integer>> all = labelBehind(0);
            for (int label = 1; label < labels; label++) {
                all = all.unionAll(labelBehind(label));
            }
            return render(all);
        });
    }

    private Select<Record1<Integer>> labelBehind(int index) {
        return select(inline(index))
                .from(layout.alongKey(Tables.LABEL))
                .where(Tables.LABEL_LABEL.eq(text()))
                .and(Tables.LABEL_POSITION.gt(number()))
                .limit(inline(1));
    }

    /** The numbers of the types of so many names. */
    String typeKeysByNames(int count) {
        return typeKeysByNames.computeIfAbsent(
                count,
                names -> render(sql.select(Tables.TYPE_KEY)
                        .from(Tables.TYPE)
                        .where(Tables.TYPE_NAME.in(Collections.nCopies(names, text())))));
    }

    /**
     * The last sequence of an aggregate at or below a position, found by halving within the database. Parameters: the lowest
     * sequence it can be, the aggregate, the position twice, the aggregate again.
     */
    private static Query halving(DSLContext sql) {
        Field<Long> low = field(name("halving", "low"), Long.class);
        Field<Long> high = field(name("halving", "high"), Long.class);
        // Not by a division, which some engines answer with a fraction.
        Field<Long> middle = low.plus(high).plus(inline(1L)).shr(inline(1));
        Table<?> halving = table(name("halving"));
        Select<Record1<Long>> last = lastSequence(number());
        return sql.withRecursive("halving", "low", "high")
                .as(select(number(), coalesce(field(last), inline(0L)))
                        .unionAll(select(
                                        when(Tables.EVENT_POSITION.le(number()), middle)
                                                .otherwise(low),
                                        when(Tables.EVENT_POSITION.le(number()), high)
                                                .otherwise(middle.minus(inline(1))))
                                .from(halving)
                                .crossJoin(Tables.EVENT)
                                .where(low.lt(high))
                                .and(Tables.EVENT_AGGREGATE.eq(number()))
                                .and(Tables.EVENT_SEQUENCE.eq(middle))))
                .select(low)
                .from(halving)
                .where(low.eq(high));
    }

    /** Not by {@code max}, for which H2 reads every entry of the aggregate. */
    private static Select<Record1<Long>> lastSequence(Field<Long> aggregate) {
        return select(Tables.EVENT_SEQUENCE)
                .from(Tables.EVENT)
                .where(Tables.EVENT_AGGREGATE.eq(aggregate))
                .orderBy(Tables.EVENT_AGGREGATE.desc(), Tables.EVENT_SEQUENCE.desc())
                .limit(inline(1));
    }

    static Field<Long> number() {
        return param("n", Long.class);
    }

    /** How many rows. Not null before it is bound: for some engines jOOQ takes that for a limit of no rows at all. */
    static Param<Long> rows() {
        return param("rows", 1L);
    }

    static Field<String> text() {
        return param("t", String.class);
    }

    static Field<byte[]> bytes() {
        return param("b", byte[].class);
    }

    private String render(Query query) {
        return sql.render(query);
    }

    private String insert(Table<Record> table, Field<?>... columns) {
        Object[] values = new Object[columns.length];
        for (int i = 0; i < columns.length; i++) {
            values[i] = param("p" + i, columns[i].getDataType());
        }
        return render(sql.insertInto(table).columns(columns).values(values));
    }
}
