package dev.daybook.jooq.mariadb;

import static org.jooq.impl.DSL.inline;

import dev.daybook.jooq.Guard;
import dev.daybook.jooq.Layout;
import java.util.ArrayList;
import java.util.List;
import org.jooq.CharacterSet;
import org.jooq.Collation;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * How MariaDB keeps the tables. Its usual collations take letters of either case for one, and even the binary ones forget about
 * spaces at the end, unless they say otherwise.
 */
final class MariaDbLayout implements Layout {

    private static final CharacterSet UNICODE = DSL.characterSet("utf8mb4");
    private static final Collation EXACT = DSL.collation("utf8mb4_nopad_bin");

    @Override
    public DataType<String> name() {
        return SQLDataType.VARCHAR(260).characterSet(UNICODE).collation(EXACT);
    }

    /** A length makes MariaDB choose the smallest type that is large enough. */
    @Override
    public DataType<String> text(int mostCharacters) {
        return SQLDataType.CLOB(mostCharacters).characterSet(UNICODE).collation(EXACT);
    }

    @Override
    public DataType<byte[]> id() {
        return SQLDataType.BINARY(16);
    }

    @Override
    public DataType<byte[]> bytes(int mostBytes) {
        return SQLDataType.BLOB(mostBytes);
    }

    /** The primary key, which is the position, ends every index anyway. */
    @Override
    public List<Field<?>> inPositionOrder(Field<?> column, Field<Long> position) {
        return List.of(column);
    }

    /** Left to itself MariaDB often looks for the first column alone, and goes through all its entries to the place. */
    @Override
    public Table<Record> along(Table<Record> table, String index) {
        return table.forceIndex(index);
    }

    @Override
    public Table<Record> alongKey(Table<Record> table) {
        return table.forceIndex("PRIMARY");
    }

    @Override
    public boolean ordersByValueToo() {
        return false;
    }

    @Override
    public List<Query> guarding(List<Guard> guards) {
        List<Query> statements = new ArrayList<>();
        for (Guard guard : guards) {
            statements.add(trigger(guard, "update", guard.changed()));
            statements.add(trigger(guard, "delete", guard.removed()));
        }
        statements.add(Guard.byReference(this));
        return statements;
    }

    private static Query trigger(Guard guard, String event, String why) {
        return DSL.query(
                "create trigger if not exists {0} before " + event
                        + " on {1} for each row signal sqlstate '45000' set message_text = {2}",
                Guard.named(guard.table().getName() + "_" + event),
                guard.table(),
                inline("Daybook: " + why));
    }

    @Override
    public Field<String> uuidText(Field<byte[]> id) {
        return DSL.field(
                "lower(insert(insert(insert(insert(hex({0}), 9, 0, '-'), 14, 0, '-'), 19, 0, '-'), 24, 0, '-'))",
                SQLDataType.CLOB, id);
    }

    /** MariaDB knows no day of the year 0000: its days are those of the year 0400, where the calendar begins anew. */
    @Override
    public Field<String> timeText(Field<Long> micros) {
        Field<Object> fraction = DSL.field("((({0} mod 1000000) + 1000000) mod 1000000)", micros);
        Field<Object> second = DSL.field("(({0} - {1}) div 1000000)", micros, fraction);
        return DSL.field(
                "concat(if({0} < -62135596800, concat('0000', " + text("{0} + 12622780800", "-%m-%dT%H:%i:%S") + "), "
                        + text("{0}", "%Y-%m-%dT%H:%i:%S") + "), '.', lpad({1}, 6, '0'), 'Z')",
                SQLDataType.CLOB,
                second,
                fraction);
    }

    private static String text(String second, String format) {
        return "date_format(date_add('1970-01-01 00:00:00', interval (" + second + ") second), '" + format + "')";
    }

    @Override
    public Field<String> utf8Text(Field<byte[]> bytes) {
        return DSL.field("convert({0} using utf8mb4)", SQLDataType.CLOB, bytes);
    }
}
