package dev.daybook.jooq;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** A connection whose statements are prepared once and kept. */
public interface KeptStatements {

    /**
     * The connection itself.
     *
     * @return open, and in use by one thread at a time
     */
    Connection connection();

    /**
     * A statement of this connection.
     *
     * @param sql its text
     * @return prepared now or before; whoever asks does not close it
     * @throws SQLException if the engine refuses it
     */
    PreparedStatement prepare(String sql) throws SQLException;
}
