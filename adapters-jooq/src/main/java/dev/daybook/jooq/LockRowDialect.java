package dev.daybook.jooq;

import static org.jooq.impl.DSL.inline;

import dev.daybook.ports.storage.Fault;
import dev.daybook.ports.storage.StorageException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.impl.SQLDataType;

/**
 * A dialect for engines that can lock rows: the log's one lock is the row that holds the version of its schema. It is never
 * written to by an append, so that it costs the engine nothing but the lock.
 */
public abstract class LockRowDialect implements Dialect {

    private static final Tables.LogTable LOCK = new Tables.LogTable("log_lock");
    private static final Field<Integer> VERSION = LOCK.column("version", SQLDataType.INTEGER);

    private final DSLContext sql;
    private final String lock;
    private final String version;

    /**
     * For a subclass.
     *
     * @param sql renders for this engine
     */
    protected LockRowDialect(DSLContext sql) {
        this.sql = sql;
        lock = sql.render(sql.select(VERSION).from(LOCK).forUpdate());
        version = sql.render(sql.select(VERSION).from(LOCK));
    }

    /**
     * Where the log's tables are.
     *
     * @param connection any connection
     * @return what the information schema calls their schema
     * @throws SQLException if it cannot be asked
     */
    protected abstract String schema(Connection connection) throws SQLException;

    /**
     * Waits until no other process makes or updates the schema; in force until {@link #endMigration}.
     *
     * @param connection the connection that writes, inside a transaction
     * @throws SQLException if it takes longer than the time-out
     */
    protected abstract void lockSchema(Connection connection) throws SQLException;

    @Override
    public final DSLContext sql() {
        return sql;
    }

    @Override
    public void begin(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement statement = connection.prepareStatement(lock);
                ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                throw new DamagedException("the row that locks the log is missing", null);
            }
        }
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        connection.commit();
        connection.setAutoCommit(true);
    }

    @Override
    public void rollback(Connection connection) throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
    }

    @Override
    public final void beginMigration(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        lockSchema(connection);
        execute(connection, sql.createTableIfNotExists(LOCK).column(VERSION));
        if (number(connection, "select count(*) from (" + version + ") locks") == 0) {
            execute(connection, sql.insertInto(LOCK, VERSION).values(inline(0)));
        }
    }

    @Override
    public final int schemaVersion(Connection connection) throws SQLException {
        if (has(connection, LOCK)) {
            return number(connection, version);
        }
        if (has(connection, Tables.EVENT) || has(connection, Tables.AGGREGATE)) {
            throw new StorageException(
                    Fault.FOREIGN,
                    location() + " has tables of the names that Daybook uses, but they are not Daybook's. "
                            + remedy(Fault.FOREIGN),
                    null);
        }
        return 0;
    }

    @Override
    public final void noteSchemaVersion(Connection connection, int newVersion) throws SQLException {
        execute(connection, sql.update(LOCK).set(VERSION, inline(newVersion)));
    }

    /**
     * Runs a statement that answers nothing.
     *
     * @param connection any connection
     * @param statement what to run
     * @throws SQLException if it fails
     */
    protected final void execute(Connection connection, Query statement) throws SQLException {
        execute(connection, sql.renderInlined(statement));
    }

    /**
     * Runs a statement that answers nothing.
     *
     * @param connection any connection
     * @param statement what to run
     * @throws SQLException if it fails
     */
    protected static void execute(Connection connection, String statement) throws SQLException {
        try (Statement running = connection.createStatement()) {
            running.execute(statement);
        }
    }

    private boolean has(Connection connection, Tables.LogTable table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select count(*) from information_schema.tables where table_schema = ? and table_name = ?")) {
            statement.setString(1, schema(connection));
            statement.setString(2, table.getName());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1) > 0;
            }
        }
    }

    private static int number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getInt(1) : 0;
        }
    }
}
