package dev.daybook.jooq;

import java.util.List;
import org.jooq.Record;
import org.jooq.Table;

/**
 * A table in which nothing is ever changed or removed.
 *
 * @param table the table
 * @param changed what an attempt to change a row is answered with
 * @param removed what an attempt to remove a row is answered with
 */
public record Guard(Table<Record> table, String changed, String removed) {

    /** The tables that hold history. */
    static final List<Guard> ALL = List.of(
            new Guard(Tables.EVENT, "an event is never changed", "an event is never removed"),
            new Guard(
                    Tables.AGGREGATE,
                    "the dictionary of events is never changed",
                    "the dictionary of events is never emptied"),
            new Guard(
                    Tables.TYPE,
                    "the dictionary of events is never changed",
                    "the dictionary of events is never emptied"),
            new Guard(Tables.LABEL, "the labels of events are never changed", "the labels of events are never removed"),
            new Guard(Tables.BLOCK, "the times of events are never changed", "the times of events are never removed"));

    /**
     * A name for something that stands beside the tables, such as a trigger or a function.
     *
     * @param name the name alone
     * @return the name, qualified wherever those of the tables are
     */
    public static Table<Record> named(String name) {
        return new Tables.LogTable(name);
    }
}
