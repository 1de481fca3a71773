package dev.daybook.benchmarks;

import dev.daybook.benchmarks.peer.EngineKind;
import dev.daybook.ports.storage.Storage;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** An engine under measurement: the same place through Daybook and through plain JDBC, equally durable. */
interface Engine extends AutoCloseable {

    /** Opens an engine that keeps its files in a folder; a server is started. */
    static Engine open(EngineKind kind, Path folder) throws SQLException {
        return switch (kind) {
            case SQLITE -> new SqliteEngine(folder);
            case H2 -> new H2Engine(folder);
            case POSTGRESQL -> ServerEngine.postgresql(folder);
            case MARIADB -> ServerEngine.mariadb(folder);
        };
    }

    /** What a report calls it. */
    default String name() {
        return kind().title();
    }

    /** Which one it is. */
    EngineKind kind();

    /** Where a log of a name is for Daybook. */
    String url(String log);

    /** Opens a log of a name, making it at the first call. */
    default Storage open(String log) {
        return Storage.open(url(log));
    }

    /** Its version, and what has happened to an append when it returns. */
    default String describe() {
        try (Storage storage = open("described")) {
            return storage.description().engine() + ", " + storage.description().durability();
        }
    }

    /** Where the tables of a log are for JDBC, set up as one would by hand. */
    String jdbcUrl(String log);

    /** Connects to the tables of a log. */
    default Connection connect(String log) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(log));
    }

    /** Makes the place for the tables of another library. */
    default void prepare(String log) throws SQLException {
        // A file is made when it is opened.
    }

    /** How many connections serve 64 writers best. */
    default int connections() {
        return 64;
    }

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
