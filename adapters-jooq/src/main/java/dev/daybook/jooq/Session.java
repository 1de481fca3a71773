package dev.daybook.jooq;

import dev.daybook.ports.storage.Fault;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** One connection with its prepared statements, kept for as long as it lives. For one thread at a time. */
final class Session implements KeptStatements, AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Session.class.getName());
    private static final int KEPT = 128;

    private final Dialect dialect;
    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new LinkedHashMap<>(KEPT, 0.75f, true);

    Session(Dialect dialect, Connection connection) {
        this.dialect = dialect;
        this.connection = connection;
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement kept = statements.get(sql);
        if (kept == null) {
            kept = connection.prepareStatement(sql);
            statements.put(sql, kept);
            dropEldest();
        }
        return kept;
    }

    /** The first column of the first row, or another number where there is no row or no value. */
    long number(String sql, long otherwise, Object... arguments) throws SQLException {
        try (ResultSet rows = bound(sql, arguments).executeQuery()) {
            if (!rows.next()) {
                return otherwise;
            }
            long number = rows.getLong(1);
            return rows.wasNull() ? otherwise : number;
        }
    }

    /** How many rows it has changed. */
    int update(String sql, Object... arguments) throws SQLException {
        return bound(sql, arguments).executeUpdate();
    }

    private PreparedStatement bound(String sql, Object... arguments) throws SQLException {
        PreparedStatement statement = prepare(sql);
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
        return statement;
    }

    /** Closes the statements and leaves the connection to whom it belongs. */
    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : statements.values()) {
            statement.close();
        }
        statements.clear();
    }

    /** Gives the connection back to the engine; what that could report is of no use any more. */
    void release() {
        try {
            dialect.release(connection);
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "a connection did not close cleanly", e);
        }
    }

    /** Gives the connection up after a failure, if it is lost without a word to a server that may never answer. */
    void releaseAfter(Fault fault) {
        if (fault == Fault.UNAVAILABLE) {
            try {
                connection.abort(Runnable::run);
            } catch (SQLException e) {
                LOG.log(System.Logger.Level.DEBUG, "a connection could not be aborted", e);
            }
        }
        release();
    }

    private void dropEldest() throws SQLException {
        if (statements.size() > KEPT) {
            var eldest = statements.entrySet().iterator();
            PreparedStatement dropped = eldest.next().getValue();
            eldest.remove();
            dropped.close();
        }
    }
}
