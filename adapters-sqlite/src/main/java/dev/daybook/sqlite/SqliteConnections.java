package dev.daybook.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;

/** Opens connections to one file, set up as Daybook needs them. */
final class SqliteConnections {

    /** {@code DyBk}: by this the file command and SQLite itself tell a Daybook file. */
    static final int APPLICATION_ID = 0x4479426B;

    private static final int CACHE_KIB = 16 * 1024;
    private static final int CHECKPOINT_PAGES = 4_000;

    private final String url;
    private final SqliteDurability durability;
    private final int busyMillis;

    SqliteConnections(Path file, SqliteDurability durability, Duration busyTimeout) {
        this.url = "jdbc:sqlite:" + file.toAbsolutePath();
        this.durability = durability;
        this.busyMillis = Math.toIntExact(busyTimeout.toMillis());
    }

    Connection writer() throws SQLException {
        SQLiteConfig config = config();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(durability == SqliteDurability.FULL ? SynchronousMode.FULL : SynchronousMode.NORMAL);
        config.setTransactionMode(TransactionMode.IMMEDIATE);
        config.setWalAutocheckpoint(CHECKPOINT_PAGES);
        return config.createConnection(url);
    }

    Connection reader() throws SQLException {
        SQLiteConfig config = config();
        Connection connection = config.createConnection(url);
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma query_only = 1");
        }
        return connection;
    }

    int number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.getInt(1);
        }
    }

    private SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(busyMillis);
        config.setCacheSize(-CACHE_KIB);
        return config;
    }
}
