package dev.daybook.torture.engine;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A connection past Daybook, as of somebody who may do everything. */
public final class Shell implements AutoCloseable {

    private final Connection connection;

    private Shell(Connection connection) {
        this.connection = connection;
    }

    /** To the server of a site. */
    public static Shell on(Site site) {
        try {
            return new Shell(DriverManager.getConnection(
                    site.place(), site.engine() == Engine.MARIADB ? "root" : "daybook", ""));
        } catch (SQLException e) {
            throw new IllegalStateException("the server takes no connection: " + e.getMessage(), e);
        }
    }

    /** The first column of the answer. */
    public List<String> query(String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (row.next()) {
                values.add(row.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(sql + ": " + e.getMessage(), e);
        }
    }

    /** Executes a statement. */
    public void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql + ": " + e.getMessage(), e);
        }
    }

    /** Executes a statement about something that may have gone in the meantime. */
    public void executeIfPossible(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            // It has gone.
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("the connection does not close: " + e.getMessage(), e);
        }
    }
}
