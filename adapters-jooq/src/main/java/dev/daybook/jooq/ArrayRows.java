package dev.daybook.jooq;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.list;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;

import java.lang.reflect.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * How rows of one table go to the engine as arrays, one for each column; one row alone goes as it is, which takes the engine less time.
 *
 * @param many writes any number of rows, and nothing if the log does not end at the position that is the last parameter
 * @param one the same for one row
 * @param columns what the other parameters are of, in their order
 */
record ArrayRows<T>(String many, String one, List<Column<T, ?>> columns) {

    private static final String INSERT = "insert into {0} ({1}) {2} where {3} = {4}";

    static final String PUT = INSERT + " on conflict (view, key) do update set"
            + " sort = excluded.sort, content_type = excluded.content_type, state = excluded.state";

    static final String REMOVE = "delete from {0} where ({1}) in ({2}) and {3} = {4}";

    static final String FOLLOW = "update {0} as consumer set beat = consumer.beat + 1, checkpoint = moved.checkpoint,"
            + " moved_at = moved.moved_at from ({2}) as moved ({1}) where consumer.name = moved.name and {3} = {4}";

    /** A column, the engine's name of its type and Java's, and what a row has there. */
    record Column<T, V>(String type, Class<V> kind, Function<T, ? extends @Nullable V> value) {

        /** Of the column's own type, by which drivers tell bytes from what is nested. */
        Object[] of(List<T> rows) {
            Object[] values = (Object[]) Array.newInstance(kind, rows.size());
            Arrays.setAll(values, row -> value.apply(rows.get(row)));
            return values;
        }
    }

    /** Begins with no columns. */
    static <T> Builder<T> of(DSLContext sql, Table<Record> table) {
        return new Builder<>(sql, table);
    }

    /** What writes so many rows. */
    String sql(int rows) {
        return rows == 1 ? one : many;
    }

    /** Binds what is to be written, and answers the number of the next parameter. */
    int bind(PreparedStatement statement, int first, List<T> rows, long head) throws SQLException {
        int next = first;
        for (Column<T, ?> column : columns) {
            if (rows.size() == 1) {
                statement.setObject(next, column.value.apply(rows.getFirst()));
            } else {
                statement.setArray(next, statement.getConnection().createArrayOf(column.type, column.of(rows)));
            }
            next++;
        }
        statement.setLong(next, head);
        return next + 1;
    }

    /** Columns one after the other. */
    static final class Builder<T> {

        private final DSLContext sql;
        private final Table<Record> table;
        private final List<Field<?>> fields = new ArrayList<>();
        private final List<Column<T, ?>> columns = new ArrayList<>();

        private Builder(DSLContext sql, Table<Record> table) {
            this.sql = sql;
            this.table = table;
        }

        <V> Builder<T> with(Field<V> field, Function<T, ? extends @Nullable V> value) {
            fields.add(field);
            columns.add(new Column<>(field.getDataType().getCastTypeName(sql.configuration()), field.getType(), value));
            return this;
        }

        ArrayRows<T> insert() {
            return statement(INSERT);
        }

        /**
         * By a statement of which the parts are the table, the columns, a query for the rows, where the log ends, and where it is taken
         * to end.
         */
        ArrayRows<T> statement(String template) {
            return new ArrayRows<>(
                    render(template, "select * from unnest({0}) as added", "[]"),
                    render(template, "select {0}", ""),
                    List.copyOf(columns));
        }

        /** With types, so that null has one too. */
        private String render(String template, String rows, String suffix) {
            Field<?>[] parameters = columns.stream()
                    .map(column -> field("cast({0} as " + column.type + suffix + ")", DSL.param("value")))
                    .toArray(Field<?>[]::new);
            List<Name> names = fields.stream().map(Field::getUnqualifiedName).toList();
            Field<Long> end = field(
                    select(coalesce(max(Tables.EVENT_POSITION), DSL.inline(0L))).from(Tables.EVENT));
            return sql.render(
                    DSL.query(template, table, list(names), DSL.sql(rows, list(parameters)), end, Statements.number()));
        }
    }
}
