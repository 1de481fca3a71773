package dev.daybook.jooq;

import static org.jooq.impl.DSL.inline;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.impl.SQLDataType;

/** The row that whoever appends has to lock. It holds the version of the schema, and no append ever writes to it. */
final class LockRow {

    static final Tables.LogTable TABLE = new Tables.LogTable("log_lock");

    private static final Field<Integer> VERSION = TABLE.column("version", SQLDataType.INTEGER);

    private final DSLContext sql;
    private final String locking;
    private final String reading;

    LockRow(DSLContext sql) {
        this.sql = sql;
        this.locking = sql.render(sql.select(VERSION).from(TABLE).forUpdate());
        this.reading = sql.render(sql.select(VERSION).from(TABLE));
    }

    /** The query that locks it, whose answer is to be checked. */
    String locking() {
        return locking;
    }

    void lock(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(locking);
                ResultSet row = statement.executeQuery()) {
            check(row);
        }
    }

    static void check(ResultSet locked) throws SQLException {
        if (!locked.next()) {
            throw new DamagedException("the row that locks the log is missing", null);
        }
    }

    /** Makes it where there is none, with version 0. */
    void make(Connection connection) throws SQLException {
        execute(connection, sql.createTableIfNotExists(TABLE).column(VERSION));
        if (number(connection, "select count(*) from (" + reading + ") locks") == 0) {
            execute(connection, sql.insertInto(TABLE, VERSION).values(inline(0)));
        }
    }

    int version(Connection connection) throws SQLException {
        return number(connection, reading);
    }

    void note(Connection connection, int version) throws SQLException {
        execute(connection, sql.update(TABLE).set(VERSION, inline(version)));
    }

    private void execute(Connection connection, Query statement) throws SQLException {
        DataSourceDialect.execute(connection, sql.renderInlined(statement));
    }

    private static int number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getInt(1) : 0;
        }
    }
}
