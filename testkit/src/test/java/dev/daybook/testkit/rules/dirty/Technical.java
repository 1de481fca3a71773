package dev.daybook.testkit.rules.dirty;

import java.sql.Connection;
import java.sql.SQLException;

/** Knows SQL. */
final class Technical {

    boolean isOpen(Connection connection) throws SQLException {
        return !connection.isClosed();
    }
}
