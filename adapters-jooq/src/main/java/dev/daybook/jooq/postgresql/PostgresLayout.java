package dev.daybook.jooq.postgresql;

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

/** How PostgreSQL keeps the tables. Text is compared byte for byte, whatever the database's own collation is. */
final class PostgresLayout implements Layout {

    private static final DataType<String> TEXT = SQLDataType.CLOB.collation(DSL.collation("C"));

    @Override
    public DataType<String> name() {
        return TEXT;
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

    /** Where a payload is not text, a view that converts it would fail as a whole. */
    @Override
    public List<Query> preparing() {
        return List.of(DSL.query("""
                create or replace function {0}(content bytea) returns text language plpgsql immutable parallel safe as $$
                begin
                    return convert_from(content, 'UTF8');
                exception when others then
                    return encode(content, 'base64');
                end $$""", Guard.named("log_text")));
    }

    @Override
    public List<Query> guarding(List<Guard> guards) {
        List<Query> statements = new ArrayList<>();
        statements.add(DSL.query("""
                create or replace function {0}() returns trigger language plpgsql as $$
                begin
                    raise exception 'Daybook: %', tg_argv[0] using errcode = 'restrict_violation';
                end $$""", Guard.named("log_guard")));
        for (Guard guard : guards) {
            statements.add(trigger(guard, "update", "update", guard.changed()));
            statements.add(trigger(guard, "delete", "delete or truncate", guard.removed()));
        }
        return statements;
    }

    /** One notification a transaction, however many statements it has; the payload says which of the database's logs it is. */
    @Override
    public List<Query> announcing() {
        return List.of(
                DSL.query("""
                create or replace function {0}() returns trigger language plpgsql as $$
                begin
                    perform pg_notify({1}, tg_table_schema);
                    return null;
                end $$""", Guard.named("log_announce"), inline(PostgresListener.CHANNEL)),
                DSL.query(
                        "create or replace trigger event_log_insert after insert on {0} for each statement"
                                + " execute function {1}()",
                        Guard.named("event_log"), Guard.named("log_announce")));
    }

    private static Query trigger(Guard guard, String suffix, String events, String why) {
        return DSL.query(
                "create or replace trigger {0} before " + events
                        + " on {1} for each statement execute function {2}({3})",
                DSL.name(guard.table().getName() + "_" + suffix),
                guard.table(),
                Guard.named("log_guard"),
                inline(why));
    }

    @Override
    public Field<String> uuidText(Field<byte[]> id) {
        return DSL.field("cast(cast(encode({0}, 'hex') as uuid) as text)", SQLDataType.CLOB, id);
    }

    /** The year 0000 of RFC 3339 is 1 BC to PostgreSQL. */
    @Override
    public Field<String> timeText(Field<Long> micros) {
        Field<Object> fraction = DSL.field("((({0} % 1000000) + 1000000) % 1000000)", micros);
        Field<Object> second =
                DSL.field("(timestamp 'epoch' + (({0} - {1}) / 1000000) * interval '1 second')", micros, fraction);
        return DSL.field(
                "(case when {0} < -62135596800000000 then '0000' else to_char({1}, 'YYYY') end"
                        + " || to_char({1}, '-MM-DD\"T\"HH24:MI:SS') || '.' || lpad(cast({2} as text), 6, '0') || 'Z')",
                SQLDataType.CLOB, micros, second, fraction);
    }

    @Override
    public Field<String> utf8Text(Field<byte[]> bytes) {
        return DSL.field("{0}({1})", SQLDataType.CLOB, Guard.named("log_text"), bytes);
    }
}
