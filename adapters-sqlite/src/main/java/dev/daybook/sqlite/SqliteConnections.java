package dev.daybook.sqlite;

import dev.daybook.ports.storage.Fault;
import dev.daybook.ports.storage.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Opens connections to one file, after having looked whose it is, and set up as Daybook needs them. */
final class SqliteConnections {

    /** {@code DyBk}: by this SQLite itself and the file command tell a Daybook file. */
    static final int APPLICATION_ID = 0x4479426B;

    /** Measured: pages of 8 KiB would make the file 3 % smaller and large appends a third slower. */
    private static final int PAGE_BYTES = 4 * 1024;

    private static final int CACHE_KIB = 16 * 1024;

    /** So that a checkpoint moves some megabytes at once, each page of them once. */
    private static final int CHECKPOINT_PAGES = 4_000;

    /** What the write-ahead log is cut back to when a long reader has let it grow. */
    private static final int LOG_BYTES = 64 << 20;

    private final Path file;
    private final String url;
    private final SqliteDurability durability;
    private final int busyMillis;
    private volatile @Nullable Object opened;

    SqliteConnections(Path file, SqliteDurability durability, Duration busyTimeout) {
        this.file = file;
        this.url = "jdbc:sqlite:" + file.toAbsolutePath();
        this.durability = durability;
        this.busyMillis = Math.toIntExact(busyTimeout.toMillis());
    }

    Connection writer() throws SQLException {
        SQLiteConfig config = config();
        config.setPageSize(PAGE_BYTES);
        config.setSynchronous(durability == SqliteDurability.FULL ? SynchronousMode.FULL : SynchronousMode.NORMAL);
        config.setTransactionMode(TransactionMode.IMMEDIATE);
        config.setWalAutocheckpoint(CHECKPOINT_PAGES);
        config.setJournalSizeLimit(LOG_BYTES);
        Connection connection = open(config);
        try {
            toWriteAhead(connection);
            opened = identity();
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /**
     * Refuses to write to a file that has been removed or replaced since it was opened: SQLite would go on writing to what nobody
     * can open any more.
     */
    void checkStillThere() throws SQLException {
        if (!Objects.equals(opened, identity())) {
            throw new SQLiteException(
                    "the file was removed or replaced while it was open", SQLiteErrorCode.SQLITE_READONLY_DBMOVED);
        }
    }

    Connection reader() throws SQLException {
        Connection connection = open(config());
        try {
            execute(connection, "pragma query_only = 1");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    int number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getInt(1) : 0;
        }
    }

    private Connection open(SQLiteConfig config) throws SQLException {
        new SqliteFile(file).check();
        Connection connection = config.createConnection(url);
        try {
            checkOwner(connection);
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** Before anything is written to it, also not the journal mode. */
    private void checkOwner(Connection connection) throws SQLException {
        if (number(connection, "pragma application_id") != APPLICATION_ID
                && number(connection, "select count(*) from sqlite_master") != 0) {
            throw new StorageException(
                    Fault.FOREIGN,
                    file + " is an SQLite database, but not one of Daybook's. " + SqliteFaults.remedy(Fault.FOREIGN)
                            + "; the events of an original audit-trail file can be imported into a new one",
                    null);
        }
    }

    /** Two processes that do this at the same moment are told to try again, without SQLite's own waiting. */
    private void toWriteAhead(Connection connection) throws SQLException {
        long deadline = System.nanoTime() + busyMillis * 1_000_000L;
        while (true) {
            try {
                execute(connection, "pragma journal_mode = wal");
                return;
            } catch (SQLException e) {
                if (SqliteFaults.of(e, file) != Fault.LOCKED || System.nanoTime() > deadline) {
                    throw e;
                }
                LockSupport.parkNanos(1_000_000L);
            }
        }
    }

    private @Nullable Object identity() {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        } catch (IOException e) {
            return null;
        }
    }

    private SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(busyMillis);
        config.setCacheSize(-CACHE_KIB);
        return config;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
