package dev.daybook.examples.engine;

import static org.jooq.impl.DSL.inline;

import dev.daybook.jooq.Guard;
import dev.daybook.jooq.Layout;
import dev.daybook.ports.event.Timestamps;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

// snippet:layout
/** How HSQLDB keeps the tables. What SQL alone cannot say to a shell, two functions in Java do. */
public final class HsqldbLayout implements Layout {

    private static final DateTimeFormatter RFC_3339 =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    /** HSQLDB counts as Java does, where a character is up to two. */
    private static final int CHARS = 2;

    @Override
    public DataType<String> name() {
        return SQLDataType.VARCHAR(260 * CHARS);
    }

    @Override
    public DataType<String> text(int mostCharacters) {
        return SQLDataType.VARCHAR(mostCharacters * CHARS);
    }

    @Override
    public DataType<byte[]> id() {
        return SQLDataType.BINARY(16);
    }

    @Override
    public DataType<byte[]> bytes(int mostBytes) {
        return SQLDataType.VARBINARY(mostBytes);
    }

    /** Two texts are one only if every character is, those at the end too. */
    @Override
    public List<Query> preparing() {
        List<Query> statements = new ArrayList<>();
        statements.add(DSL.query("set database collation sql_text no pad"));
        function(statements, "log_text", "varbinary(16777216)", "text");
        function(statements, "log_time", "bigint", "time");
        return statements;
    }

    private static void function(List<Query> statements, String name, String argument, String method) {
        statements.add(DSL.query("drop function {0} if exists cascade", Guard.named(name)));
        statements.add(DSL.query(
                "create function {0}(argument " + argument + ") returns varchar(16777216)"
                        + " language java deterministic no sql external name 'CLASSPATH:"
                        + HsqldbLayout.class.getName() + "." + method + "'",
                Guard.named(name)));
    }

    /** Against {@code truncate} there is nothing: whoever may empty the tables at once owns the database. */
    @Override
    public List<Query> guarding(List<Guard> guards) {
        List<Query> statements = new ArrayList<>();
        for (Guard guard : guards) {
            statements.add(trigger(guard, "update", guard.changed()));
            statements.add(trigger(guard, "delete", guard.removed()));
        }
        return statements;
    }

    private static Query trigger(Guard guard, String event, String why) {
        return DSL.query(
                "create trigger {0} before " + event
                        + " on {1} for each row signal sqlstate '45000' set message_text = {2}",
                Guard.named(guard.table().getName() + "_" + event),
                guard.table(),
                inline("Daybook: " + why));
    }

    @Override
    public Field<String> uuidText(Field<byte[]> id) {
        return DSL.field("cast(cast({0} as uuid) as varchar(36))", SQLDataType.VARCHAR, id);
    }

    @Override
    public Field<String> timeText(Field<Long> micros) {
        return DSL.field("{0}({1})", SQLDataType.VARCHAR, Guard.named("log_time"), micros);
    }

    @Override
    public Field<String> utf8Text(Field<byte[]> bytes) {
        return DSL.field("{0}({1})", SQLDataType.VARCHAR, Guard.named("log_text"), bytes);
    }

    /** For the database to call. */
    public static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** For the database to call. */
    public static String time(Long micros) {
        return RFC_3339.format(Timestamps.ofMicros(micros));
    }
}
// end
