package dev.daybook.sqlite;

import dev.daybook.jooq.Guard;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Query;
import org.jooq.impl.DSL;

/**
 * Triggers by which the database itself refuses to change what it has stored, whoever asks. {@code INSERT OR REPLACE} removes
 * rows without a delete trigger being asked, so what it would replace is refused before.
 */
final class SqliteGuards {

    private SqliteGuards() {}

    static List<Query> create(List<Guard> tables) {
        List<Query> guards = new ArrayList<>();
        for (Guard guard : tables) {
            String table = guard.table().getName();
            guards.add(trigger(table + "_update", "update on " + table, guard.changed()));
            guards.add(trigger(table + "_delete", "delete on " + table, guard.removed()));
        }
        refuseInsert(
                guards,
                "event_log",
                "new.position is not (select coalesce(max(position), 0) + 1 from event_log)"
                        + " or exists (select 1 from event_log where id = new.id)"
                        + " or exists (select 1 from event_log"
                        + " where aggregate = new.aggregate and sequence = new.sequence)",
                "an event is added behind the last one, and never replaced");
        refuseInsert(
                guards,
                "aggregate",
                "exists (select 1 from aggregate where key = new.key or id = new.id)",
                "the dictionary of events is never changed");
        refuseInsert(
                guards,
                "event_type",
                "exists (select 1 from event_type where key = new.key or"
                        + " (name = new.name and version = new.version and content_type = new.content_type))",
                "the dictionary of events is never changed");
        refuseInsert(
                guards,
                "time_block",
                "exists (select 1 from time_block where block = new.block)",
                "the times of events are never changed");
        return guards;
    }

    private static void refuseInsert(List<Query> guards, String table, String when, String why) {
        guards.add(trigger(table + "_insert", "insert on " + table + " when " + when, why));
    }

    private static Query trigger(String name, String event, String why) {
        // jOOQ has no words for triggers.
        return DSL.query("create trigger " + name + " before " + event + " begin select raise(abort, 'Daybook: " + why
                + "'); end");
    }
}
