package dev.daybook.jooq;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.param;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import dev.daybook.ports.log.Range.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SelectJoinStep;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * What the SQL of a page depends on: the index it walks and how many of each kind of filter it applies on the way. Its parameters
 * are, in this order: what is looked for in the index, the bounds of the key (behind, up to), labels, types, aggregates, the
 * bounds of the timestamp, the number of rows.
 */
record Shape(Source.Kind source, int labels, int types, int aggregates, boolean timed, Direction direction) {

    /** The SQL of a page of events. */
    Query page(DSLContext sql, Layout layout) {
        return from(sql.select(columns()), layout)
                .where(restriction())
                .orderBy(inOrder(source, layout, direction))
                .limit(Statements.rows());
    }

    /** The SQL that counts the first entries of the index alone, up to a number, and tells the key of the last of them. */
    static Query count(DSLContext sql, Layout layout, Source.Kind source) {
        Field<Long> key = field(name("entry"), Long.class);
        Table<?> entries = select(key(source).as(key))
                .from(index(source, layout))
                .where(within(source))
                .orderBy(inOrder(source, layout, Direction.FORWARDS))
                .limit(Statements.rows())
                .asTable("entries");
        return sql.select(DSL.count(), max(key)).from(entries);
    }

    /**
     * The SQL that looks at the entries of several indexes alone: how many of a page of positions they fill, the last of these in
     * the order of reading, and the head. Its parameters are, for each index, what is looked for, the bounds of the key and the
     * number of rows; then the number of rows again.
     */
    static Query nearest(DSLContext sql, Layout layout, List<Source.Kind> sources, Direction direction) {
        Field<Long> position = field(name("position"), Long.class);
        Select<Record1<Long>> found = null;
        for (Source.Kind source : sources) {
            Table<?> entries = select(key(source).as(position))
                    .from(index(source, layout))
                    .where(within(source))
                    .orderBy(inOrder(source, layout, direction))
                    .limit(Statements.rows())
                    .asTable("entries");
            Select<Record1<Long>> positions = select(position).from(entries);
            found = found == null ? positions : found.union(positions);
        }
        Table<?> nearest = select(position)
                .from(Objects.requireNonNull(found, "there is a source").asTable("found"))
                .orderBy(inOrder(position, direction))
                .limit(Statements.rows())
                .asTable("nearest");
        return sql.select(
                        DSL.count(),
                        direction == Direction.FORWARDS ? max(position) : min(position),
                        field(select(max(Tables.EVENT_POSITION)).from(Tables.EVENT)))
                .from(nearest);
    }

    private List<Field<?>> columns() {
        List<Field<?>> columns = new ArrayList<>(EventRows.COLUMNS);
        if (source != Source.Kind.AGGREGATE) {
            columns.add(EventRows.aggregateId());
        }
        return columns;
    }

    private SelectJoinStep<Record> from(org.jooq.SelectSelectStep<Record> select, Layout layout) {
        SelectJoinStep<Record> walked = select.from(index(source, layout));
        // A cross join, because SQLite keeps its order: the index first.
        return source == Source.Kind.LABEL ? walked.crossJoin(layout.alongKey(Tables.EVENT)) : walked;
    }

    private static Table<Record> index(Source.Kind source, Layout layout) {
        return switch (source) {
            case LOG -> Tables.EVENT;
            case AGGREGATE -> layout.along(Tables.EVENT, Tables.EVENT_BY_SEQUENCE);
            case TYPE -> layout.along(Tables.EVENT, Tables.EVENT_BY_TYPE);
            case LABEL -> layout.alongKey(Tables.LABEL);
        };
    }

    private Condition restriction() {
        Condition all = within(source);
        for (int i = 0; i < labels; i++) {
            Table<Record> label = Tables.LABEL.as("label" + i);
            all = all.and(exists(selectOne()
                    .from(label)
                    .where(column(label, Tables.LABEL_LABEL).eq(Statements.text()))
                    .and(column(label, Tables.LABEL_POSITION).eq(position()))));
        }
        all = types == 0 ? all : all.and(Tables.EVENT_TYPE.in(parameters(types)));
        all = aggregates == 0 ? all : all.and(Tables.EVENT_AGGREGATE.in(parameters(aggregates)));
        all = timed ? all.and(Tables.EVENT_TIMESTAMP.between(Statements.number(), Statements.number())) : all;
        return source == Source.Kind.LABEL ? all.and(Tables.EVENT_POSITION.eq(Tables.LABEL_POSITION)) : all;
    }

    private static Condition within(Source.Kind source) {
        Condition sought =
                switch (source) {
                    case LOG -> noCondition();
                    case AGGREGATE -> Tables.EVENT_AGGREGATE.eq(Statements.number());
                    case TYPE -> Tables.EVENT_TYPE.eq(Statements.number());
                    case LABEL -> Tables.LABEL_LABEL.eq(Statements.text());
                };
        return sought.and(key(source).gt(Statements.number())).and(key(source).le(Statements.number()));
    }

    /** What the entries of an index are ordered and paged by. */
    private static Field<Long> key(Source.Kind source) {
        return switch (source) {
            case LOG, TYPE -> Tables.EVENT_POSITION;
            case AGGREGATE -> Tables.EVENT_SEQUENCE;
            case LABEL -> Tables.LABEL_POSITION;
        };
    }

    private static List<OrderField<?>> inOrder(Source.Kind source, Layout layout, Direction direction) {
        List<OrderField<?>> order = new ArrayList<>();
        if (layout.ordersByValueToo()) {
            switch (source) {
                case LOG -> {}
                case AGGREGATE -> order.add(inOrder(Tables.EVENT_AGGREGATE, direction));
                case TYPE -> order.add(inOrder(Tables.EVENT_TYPE, direction));
                case LABEL -> order.add(inOrder(Tables.LABEL_LABEL, direction));
            }
        }
        order.add(inOrder(key(source), direction));
        return order;
    }

    private static <T> OrderField<T> inOrder(Field<T> key, Direction direction) {
        return direction == Direction.FORWARDS ? key.asc() : key.desc();
    }

    private Field<Long> position() {
        return source == Source.Kind.LABEL ? Tables.LABEL_POSITION : Tables.EVENT_POSITION;
    }

    private static <T> Field<T> column(Table<Record> alias, Field<T> column) {
        return Objects.requireNonNull(alias.field(column), "an alias has the columns of its table");
    }

    private static List<Field<Long>> parameters(int count) {
        List<Field<Long>> parameters = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            parameters.add(param("p" + i, Long.class));
        }
        return parameters;
    }
}
