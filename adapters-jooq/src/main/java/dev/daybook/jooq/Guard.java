package dev.daybook.jooq;

import java.util.List;
import org.jooq.ConstraintForeignKeyReferencesStep1;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

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
     * What keeps the tables of history from being emptied at once, on an engine whose triggers do not see that: a table that another
     * one refers to is not emptied so, and that other one stays empty itself.
     *
     * @param layout how the tables are laid out
     * @return the statement that makes the referring table
     */
    public static Query byReference(Layout layout) {
        return DSL.createTableIfNotExists(Tables.REFERENCE)
                .column(Tables.REFERENCE_EVENT, layout.rowKey())
                .column(Tables.REFERENCE_AGGREGATE, layout.rowKey())
                .column(Tables.REFERENCE_TYPE, layout.rowKey())
                .column(Tables.REFERENCE_LABEL, layout.name().notNull())
                .column(Tables.REFERENCE_BLOCK, layout.rowKey())
                .constraint(to(Tables.EVENT, Tables.REFERENCE_EVENT).references(Tables.EVENT, Tables.EVENT_POSITION))
                .constraint(to(Tables.AGGREGATE, Tables.REFERENCE_AGGREGATE)
                        .references(Tables.AGGREGATE, Tables.AGGREGATE_KEY))
                .constraint(to(Tables.TYPE, Tables.REFERENCE_TYPE).references(Tables.TYPE, Tables.TYPE_KEY))
                .constraint(DSL.constraint(reference(Tables.LABEL))
                        .foreignKey(Tables.REFERENCE_LABEL, Tables.REFERENCE_EVENT)
                        .references(Tables.LABEL, Tables.LABEL_LABEL, Tables.LABEL_POSITION))
                .constraint(to(Tables.BLOCK, Tables.REFERENCE_BLOCK).references(Tables.BLOCK, Tables.BLOCK_NUMBER));
    }

    private static ConstraintForeignKeyReferencesStep1<Long> to(Table<Record> table, Field<Long> column) {
        return DSL.constraint(reference(table)).foreignKey(column);
    }

    private static Name reference(Table<Record> table) {
        return DSL.name("log_reference_" + table.getName());
    }

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
