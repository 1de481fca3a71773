package dev.daybook.jooq;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.SelectJoinStep;
import org.jooq.Table;

/** The SQL of consumers and views, rendered once; parameters stand in the order in which they are written here. */
final class ConsumerStatements {

    final String all;
    final String byName;
    final String insert;
    final String claim;
    final String renew;
    final String move;
    final String follow;
    final String checkpoint;
    final String release;
    final String viewKey;
    final String lastView;
    final String insertView;
    final String putRow;
    final String removeRow;
    final String page;
    final String sortedRest;
    final String sorted;

    private final DSLContext sql;
    private final Map<Integer, String> rowsByKeys = new ConcurrentHashMap<>();
    private final Map<Integer, String> putRows = new ConcurrentHashMap<>();

    ConsumerStatements(DSLContext sql, Layout layout) {
        this.sql = sql;
        all = render(states().orderBy(Tables.CONSUMER_NAME));
        byName = render(states().where(Tables.CONSUMER_NAME.eq(Statements.text())));
        insert = render(sql.insertInto(Tables.CONSUMER)
                .columns(
                        Tables.CONSUMER_NAME,
                        Tables.CONSUMER_OWNER,
                        Tables.CONSUMER_MOVED_AT,
                        Tables.CONSUMER_CHECKPOINT,
                        Tables.CONSUMER_FENCE,
                        Tables.CONSUMER_BEAT)
                .values(Statements.text(), Statements.text(), Statements.number(), zero(), one(), zero()));
        claim = render(sql.update(Tables.CONSUMER)
                .set(Tables.CONSUMER_OWNER, Statements.text())
                .set(Tables.CONSUMER_FENCE, Tables.CONSUMER_FENCE.plus(one()))
                .where(Tables.CONSUMER_NAME.eq(Statements.text())));
        renew = render(sql.update(Tables.CONSUMER)
                .set(Tables.CONSUMER_BEAT, Tables.CONSUMER_BEAT.plus(one()))
                .where(held()));
        move = render(sql.update(Tables.CONSUMER)
                .set(Tables.CONSUMER_BEAT, Tables.CONSUMER_BEAT.plus(one()))
                .set(Tables.CONSUMER_CHECKPOINT, Statements.number())
                .set(Tables.CONSUMER_MOVED_AT, Statements.number())
                .where(held())
                .and(Tables.CONSUMER_CHECKPOINT.le(Statements.number())));
        follow = render(sql.update(Tables.CONSUMER)
                .set(Tables.CONSUMER_BEAT, Tables.CONSUMER_BEAT.plus(one()))
                .set(Tables.CONSUMER_CHECKPOINT, Statements.number())
                .set(Tables.CONSUMER_MOVED_AT, Statements.number())
                .where(Tables.CONSUMER_NAME.eq(Statements.text())));
        checkpoint = render(sql.select(Tables.CONSUMER_CHECKPOINT)
                .from(Tables.CONSUMER)
                .where(Tables.CONSUMER_NAME.eq(Statements.text())));
        release = render(sql.update(Tables.CONSUMER)
                .set(Tables.CONSUMER_OWNER, org.jooq.impl.DSL.inline(""))
                .where(held()));
        viewKey = render(sql.select(Tables.VIEW_KEY).from(Tables.VIEW).where(Tables.VIEW_NAME.eq(Statements.text())));
        lastView = render(sql.select(max(Tables.VIEW_KEY)).from(Tables.VIEW));
        insertView = render(sql.insertInto(Tables.VIEW)
                .columns(Tables.VIEW_KEY, Tables.VIEW_NAME)
                .values(Statements.number(), Statements.text()));
        putRow = putRows(1);
        removeRow = render(sql.deleteFrom(Tables.ROW)
                .where(Tables.ROW_VIEW.eq(Statements.number()))
                .and(Tables.ROW_KEY.eq(Statements.text())));
        Table<Record> byKey = layout.alongKey(Tables.ROW);
        Table<Record> bySort = layout.along(Tables.ROW, Tables.ROW_BY_SORT);
        page = render(rows(byKey)
                .where(ofView())
                .and(Tables.ROW_KEY.gt(Statements.text()))
                .orderBy(Tables.ROW_KEY)
                .limit(Statements.rows()));
        sortedRest = render(rows(bySort)
                .where(ofView())
                .and(Tables.ROW_SORT.eq(Statements.text()))
                .and(Tables.ROW_SORT.le(Statements.text()))
                .and(Tables.ROW_KEY.gt(Statements.text()))
                .orderBy(layout.ordersByValueToo() ? List.of(Tables.ROW_SORT, Tables.ROW_KEY) : List.of(Tables.ROW_KEY))
                .limit(Statements.rows()));
        sorted = render(rows(bySort)
                .where(ofView())
                .and(Tables.ROW_SORT.gt(Statements.text()))
                .and(Tables.ROW_SORT.le(Statements.text()))
                .orderBy(Tables.ROW_SORT, Tables.ROW_KEY)
                .limit(Statements.rows()));
    }

    /** The rows of so many keys of one view. */
    String rowsByKeys(int count) {
        return rowsByKeys.computeIfAbsent(
                count,
                keys -> render(rows(Tables.ROW)
                        .where(ofView())
                        .and(Tables.ROW_KEY.in(Collections.nCopies(keys, Statements.text())))));
    }

    /** Puts so many rows, for an engine that lets one of them stand there twice if there are several. */
    String putRows(int count) {
        return putRows.computeIfAbsent(count, rows -> render(put(rows)));
    }

    private SelectJoinStep<? extends Record> states() {
        return sql.select(
                        Tables.CONSUMER_NAME,
                        Tables.CONSUMER_CHECKPOINT,
                        Tables.CONSUMER_OWNER,
                        Tables.CONSUMER_FENCE,
                        Tables.CONSUMER_BEAT,
                        Tables.CONSUMER_MOVED_AT)
                .from(Tables.CONSUMER);
    }

    private SelectJoinStep<? extends Record> rows(Table<Record> from) {
        return sql.select(Tables.ROW_KEY, Tables.ROW_SORT, Tables.ROW_CONTENT, Tables.ROW_STATE)
                .from(from);
    }

    private static Condition ofView() {
        return Tables.ROW_VIEW.eq(
                field(select(Tables.VIEW_KEY).from(Tables.VIEW).where(Tables.VIEW_NAME.eq(Statements.text()))));
    }

    private static Condition held() {
        return Tables.CONSUMER_NAME
                .eq(Statements.text())
                .and(Tables.CONSUMER_OWNER.eq(Statements.text()))
                .and(Tables.CONSUMER_FENCE.eq(Statements.number()));
    }

    private Query put(int rows) {
        return sql.insertInto(Tables.ROW)
                .columns(Tables.ROW_VIEW, Tables.ROW_KEY, Tables.ROW_SORT, Tables.ROW_CONTENT, Tables.ROW_STATE)
                .valuesOfRows(Collections.nCopies(
                        rows,
                        row(
                                Statements.number(),
                                Statements.text(),
                                Statements.text(),
                                Statements.text(),
                                Statements.bytes())))
                .onConflict(Tables.ROW_VIEW, Tables.ROW_KEY)
                .doUpdate()
                .setAllToExcluded();
    }

    private static Field<Long> zero() {
        return org.jooq.impl.DSL.inline(0L);
    }

    private static Field<Long> one() {
        return org.jooq.impl.DSL.inline(1L);
    }

    private String render(Query query) {
        return sql.render(query);
    }
}
