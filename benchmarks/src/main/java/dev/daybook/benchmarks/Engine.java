package dev.daybook.benchmarks;

import dev.daybook.ports.storage.Storage;
import java.sql.Connection;
import java.sql.SQLException;

/** An engine under measurement: the same place through Daybook and through plain JDBC, equally durable. */
interface Engine extends AutoCloseable {

    /** What the report calls it. */
    String name();

    /** Opens a log of a name, making it at the first call. */
    Storage open(String log);

    /** Connects to the tables of a log, set up as one would by hand. */
    Connection connect(String log) throws SQLException;

    /** How near the appends of 64 threads shall come to raw commits of 64 rows. */
    default double shareOfRawGroups() {
        return 0.5;
    }

    /** Makes the last commit durable where the engine does not do so by itself. */
    default void flush(Connection connection) throws SQLException {
        // Most do.
    }

    @Override
    default void close() {
        // Files are removed with their folder.
    }
}
