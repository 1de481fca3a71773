package dev.daybook.h2;

import static org.jooq.impl.DSL.inline;

import dev.daybook.jooq.Guard;
import dev.daybook.jooq.Layout;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** How H2 keeps the tables. A large object is kept apart from its row, so that only what fits nowhere else is one. */
final class H2Layout implements Layout {

    /** The longest text or bytes that a column of H2 takes within the row. */
    private static final int IN_ROW = 1 << 20;

    /** H2 counts as Java does, where a character is up to two. */
    private static final int CHARS = 2;

    @Override
    public DataType<String> name() {
        return SQLDataType.VARCHAR(260 * CHARS);
    }

    @Override
    public DataType<String> text(int mostCharacters) {
        int most = mostCharacters * CHARS;
        return most > IN_ROW ? SQLDataType.CLOB : SQLDataType.VARCHAR(most);
    }

    @Override
    public DataType<byte[]> id() {
        return SQLDataType.BINARY(16);
    }

    @Override
    public DataType<byte[]> bytes(int mostBytes) {
        return mostBytes > IN_ROW ? SQLDataType.BLOB : SQLDataType.VARBINARY(mostBytes);
    }

    @Override
    public List<Query> guarding(List<Guard> guards) {
        List<Query> statements = new ArrayList<>();
        for (Guard guard : guards) {
            for (String event : List.of("update", "delete")) {
                statements.add(DSL.query(
                        "create trigger if not exists {0} before " + event + " on {1} for each row call {2}",
                        Guard.named(guard.table().getName() + "_" + event),
                        guard.table(),
                        inline(HistoryGuard.class.getName())));
            }
        }
        statements.add(Guard.byReference(this));
        return statements;
    }

    @Override
    public Field<String> uuidText(Field<byte[]> id) {
        return DSL.field("cast(cast({0} as uuid) as varchar)", SQLDataType.VARCHAR, id);
    }

    /** By days first: H2 adds no more seconds at once than an INTEGER can count, which is 68 years. */
    @Override
    public Field<String> timeText(Field<Long> micros) {
        Field<Object> fraction = remainder(micros, 1_000_000);
        Field<Object> seconds = DSL.field("(({0} - {1}) / 1000000)", micros, fraction);
        Field<Object> second = remainder(seconds, 86_400);
        return DSL.field(
                "formatdatetime(dateadd(second, {1}, dateadd(day, ({0} - {1}) / 86400, timestamp '1970-01-01 00:00:00')),"
                        + " 'uuuu-MM-dd''T''HH:mm:ss') || '.' || lpad({2}, 6, '0') || 'Z'",
                SQLDataType.VARCHAR, seconds, second, fraction);
    }

    /** Never negative, as H2's own can be. */
    private static Field<Object> remainder(Field<?> dividend, int divisor) {
        return DSL.field("mod(mod({0}, {1}) + {1}, {1})", dividend, inline(divisor));
    }

    @Override
    public Field<String> utf8Text(Field<byte[]> bytes) {
        return DSL.field("utf8tostring({0})", SQLDataType.VARCHAR, bytes);
    }
}
