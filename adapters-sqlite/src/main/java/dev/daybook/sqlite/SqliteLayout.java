package dev.daybook.sqlite;

import dev.daybook.jooq.Guard;
import dev.daybook.jooq.Layout;
import java.util.List;
import org.jooq.CreateTableElementListStep;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultDataType;
import org.jooq.impl.SQLDataType;

/** How SQLite keeps the tables: types are affinities, lengths mean nothing to it, and text is compared byte for byte. */
final class SqliteLayout implements Layout {

    private static final DataType<Long> ROW_ID =
            new DefaultDataType<>(SQLDialect.SQLITE, Long.class, "integer").notNull();

    @Override
    public DataType<Long> rowKey() {
        return ROW_ID;
    }

    @Override
    public Query storedByKey(CreateTableElementListStep table) {
        return table.storage(DSL.sql("without rowid"));
    }

    @Override
    public List<Field<?>> inPositionOrder(Field<?> column, Field<Long> position) {
        // The position is the row id, which ends every index anyway.
        return List.of(column);
    }

    @Override
    public DataType<String> name() {
        return SQLDataType.CLOB;
    }

    @Override
    public DataType<String> text(int mostCharacters) {
        return SQLDataType.CLOB;
    }

    @Override
    public DataType<byte[]> id() {
        return SQLDataType.BLOB;
    }

    @Override
    public DataType<byte[]> bytes(int mostBytes) {
        return SQLDataType.BLOB;
    }

    @Override
    public List<Query> guarding(List<Guard> guards) {
        return SqliteGuards.create(guards);
    }

    @Override
    public Field<String> uuidText(Field<byte[]> id) {
        return DSL.field(
                "lower(substr(hex({0}), 1, 8) || '-' || substr(hex({0}), 9, 4) || '-' || substr(hex({0}), 13, 4)"
                        + " || '-' || substr(hex({0}), 17, 4) || '-' || substr(hex({0}), 21))",
                SQLDataType.CLOB, id);
    }

    @Override
    public Field<String> timeText(Field<Long> micros) {
        // SQLite divides towards zero and its remainder can be negative, so the fraction is made positive first.
        return DSL.field(
                "strftime('%Y-%m-%dT%H:%M:%S', ({0} - (({0} % 1000000) + 1000000) % 1000000) / 1000000, 'unixepoch')"
                        + " || printf('.%06dZ', (({0} % 1000000) + 1000000) % 1000000)",
                SQLDataType.CLOB, micros);
    }

    @Override
    public Field<String> utf8Text(Field<byte[]> bytes) {
        return DSL.field("cast({0} as text)", SQLDataType.CLOB, bytes);
    }
}
