package dev.daybook.jooq;

import static org.jooq.impl.DSL.name;

import dev.daybook.ports.storage.Fault;
import dev.daybook.ports.storage.StorageException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;

/**
 * A dialect for engines that are reached through a {@link DataSource} and can lock rows. The log's one lock is the row that holds
 * the version of its schema: no append ever writes to it, so that it costs the engine nothing but the lock.
 */
public abstract class DataSourceDialect implements Dialect {

    private final DSLContext sql;
    private final DataSource source;
    private final @Nullable String schema;
    private final LockRow lock;

    /**
     * For a subclass.
     *
     * @param dialect how jOOQ writes SQL for this engine
     * @param source where connections come from; one to write and some to read are kept for as long as they work
     * @param schema the schema of the log's tables, made if it does not exist, or null for the connection's own
     */
    protected DataSourceDialect(SQLDialect dialect, DataSource source, @Nullable String schema) {
        this.sql = Rendering.of(dialect, schema);
        this.source = source;
        this.schema = schema;
        this.lock = new LockRow(sql);
    }

    /**
     * Where tables are that are not qualified.
     *
     * @param connection any connection
     * @return what the information schema calls their schema
     * @throws SQLException if it cannot be asked
     */
    protected abstract String currentSchema(Connection connection) throws SQLException;

    /**
     * Waits until no other process makes or updates the schema; in force until {@link #endMigration}.
     *
     * @param connection the connection that writes, inside a transaction
     * @throws SQLException if it takes longer than the time-out
     */
    protected abstract void lockSchema(Connection connection) throws SQLException;

    /** Refuses what the engine itself would take for something else, each time before a connection is opened. */
    protected void beforeConnecting() {
        // Where the engine's own errors say enough.
    }

    /**
     * Sets a connection up for Daybook.
     *
     * @param connection fresh from the data source, in auto-commit mode
     * @throws SQLException if the engine refuses
     */
    protected void prepare(Connection connection) throws SQLException {
        // Where a connection is right as it comes.
    }

    /**
     * Undoes what {@link #prepare} has set and no pool undoes by itself.
     *
     * @param connection about to go back to the data source
     * @throws SQLException if the engine refuses
     */
    protected void restore(Connection connection) throws SQLException {
        // Where nothing was set, or the connection ends anyway.
    }

    @Override
    public final <R extends @Nullable Object> R call(Callable<R> work) throws Exception {
        return Shield.call(work);
    }

    @Override
    public final DSLContext sql() {
        return sql;
    }

    @Override
    public final Connection connectToWrite() throws SQLException {
        beforeConnecting();
        Connection connection = source.getConnection();
        try {
            connection.setAutoCommit(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            prepare(connection);
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public final Connection connectToRead() throws SQLException {
        return connectToWrite();
    }

    @Override
    public final void release(Connection connection) throws SQLException {
        try (connection) {
            if (!connection.isClosed()) {
                end(connection);
                restore(connection);
            }
        }
    }

    private static void end(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    @Override
    public void begin(Connection connection) throws SQLException {
        beginUnlocked(connection);
        lock.lock(connection);
    }

    @Override
    public final ResultSet begin(KeptStatements statements, String question) throws SQLException {
        if (!answersSeveral()) {
            return Dialect.super.begin(statements, question);
        }
        beginUnlocked(statements.connection());
        PreparedStatement both = statements.prepare(lock.locking() + "; " + question);
        both.execute();
        LockRow.check(both.getResultSet());
        both.getMoreResults();
        return both.getResultSet();
    }

    @Override
    public final @Nullable String atOnce(List<String> statements, boolean whole) {
        if (!answersSeveral()) {
            return null;
        }
        StringJoiner all = new StringJoiner("; ");
        if (whole) {
            all.add("BEGIN").add(lock.locking());
        }
        statements.forEach(all::add);
        return all.add("COMMIT").toString();
    }

    @Override
    public final void standAlone(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.setAutoCommit(true);
        }
    }

    /**
     * Whether the driver sends several statements at once, and the engine sees in each what was committed before it began, and takes
     * rows as arrays.
     *
     * @return true if so
     */
    protected boolean answersSeveral() {
        return false;
    }

    /** The connection that writes stays out of auto-commit mode: some engines have to be told each time. */
    private static void beginUnlocked(Connection connection) throws SQLException {
        if (connection.getAutoCommit()) {
            connection.setAutoCommit(false);
        }
    }

    /** In any other isolation the transaction could see the log as it was before it had the lock. */
    @Override
    public final void join(Connection connection) throws SQLException {
        if (connection.getTransactionIsolation() != Connection.TRANSACTION_READ_COMMITTED) {
            throw new IllegalArgumentException(
                    "the transaction is not READ COMMITTED; set that isolation before it begins");
        }
        lock.lock(connection);
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        connection.commit();
    }

    /** The error may be of what follows the commit. */
    @Override
    public boolean mayHaveCommitted(SQLException error) {
        return true;
    }

    @Override
    public final void rollback(Connection connection) throws SQLException {
        if (connection.getAutoCommit()) {
            execute(connection, "rollback");
        } else {
            connection.rollback();
        }
    }

    @Override
    public final void beginMigration(Connection connection) throws SQLException {
        beginUnlocked(connection);
        lockSchema(connection);
        if (schema != null && !InformationSchema.hasSchema(connection, schema)) {
            execute(connection, sql.renderInlined(sql.createSchemaIfNotExists(name(schema))));
        }
        lock.make(connection);
    }

    @Override
    public final int schemaVersion(Connection connection) throws SQLException {
        if (has(connection, LockRow.TABLE)) {
            return lock.version(connection);
        }
        for (Tables.LogTable table : Tables.ALL) {
            // Another process may just have made them; then it has made the lock before.
            if (has(connection, table) && !has(connection, LockRow.TABLE)) {
                throw foreign(table);
            }
        }
        return 0;
    }

    private StorageException foreign(Tables.LogTable table) {
        return new StorageException(
                Fault.FOREIGN,
                location() + " has a " + table.getName() + " that is not Daybook's, and Daybook needs that name. "
                        + remedy(Fault.FOREIGN),
                null);
    }

    @Override
    public final void noteSchemaVersion(Connection connection, int newVersion) throws SQLException {
        lock.note(connection, newVersion);
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

    /**
     * Where the log's tables are.
     *
     * @param connection any connection
     * @return what the information schema calls their schema
     * @throws SQLException if it cannot be asked
     */
    protected final String schemaOf(Connection connection) throws SQLException {
        return schema == null ? currentSchema(connection) : schema;
    }

    private boolean has(Connection connection, Tables.LogTable table) throws SQLException {
        return InformationSchema.has(connection, schemaOf(connection), table);
    }

    /**
     * Whether there is nothing in the whole database that is not of this log.
     *
     * @param connection any connection
     * @return true also if there is nothing at all
     * @throws SQLException if it cannot be asked
     */
    protected final boolean hasNothingElse(Connection connection) throws SQLException {
        List<Tables.LogTable> own = new ArrayList<>(Tables.ALL);
        own.add(LockRow.TABLE);
        return InformationSchema.hasNothingBut(connection, schemaOf(connection), own);
    }
}
