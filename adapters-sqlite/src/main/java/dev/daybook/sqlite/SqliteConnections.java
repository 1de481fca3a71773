package dev.daybook.sqlite;

import dev.daybook.ports.storage.Fault;
import java.nio.file.Path;
import java.sql.Connection;
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
import org.sqlite.SQLiteOpenMode;

/** Opens connections to one file, after having looked whose it is, and set up as Daybook needs them. */
final class SqliteConnections {

    /** Measured: pages of 8 KiB would make the file 3 % smaller and large appends a third slower. */
    private static final int PAGE_BYTES = 4 * 1024;

    private static final int CACHE_KIB = 16 * 1024;

    /** So that a checkpoint moves some megabytes at once, each page of them once. */
    private static final int CHECKPOINT_PAGES = 4_000;

    /** What the write-ahead log is cut back to when a long reader has let it grow. */
    private static final int LOG_BYTES = 64 << 20;

    private final Path path;
    private final SqliteFile file;
    private final SqliteHeader header;
    private final SqliteDurability durability;
    private final int busyMillis;
    private volatile @Nullable Object opened;

    SqliteConnections(SqliteFile file, SqliteHeader header, SqliteDurability durability, Duration busyTimeout) {
        this.path = file.path();
        this.file = file;
        this.header = header;
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
        Object before = file.identity();
        Connection connection = open(config);
        try {
            toWriteAhead(connection);
            // What was there before, so that a file put in its place meanwhile is noticed.
            opened = before == null ? file.identity() : before;
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
        if (!Objects.equals(opened, file.identity())) {
            throw new SQLiteException(
                    "the file was removed or replaced while it was open", SQLiteErrorCode.SQLITE_READONLY_DBMOVED);
        }
    }

    @Nullable
    Object place() {
        return file.identity();
    }

    boolean isSameFile(Path other) {
        return Objects.equals(new SqliteFile(other).identity(), file.identity());
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

    private Connection open(SQLiteConfig config) throws SQLException {
        if (header.isKnown()) {
            // What was a log is not begun anew: an empty one in its place would pass for it.
            config.resetOpenMode(SQLiteOpenMode.CREATE);
            if (file.identity() == null) {
                throw new SQLiteException(
                        "the file was removed while it was open", SQLiteErrorCode.SQLITE_READONLY_DBMOVED);
            }
        }
        file.check();
        file.adapt(config);
        try {
            return checked(config.createConnection(file.url()));
        } catch (SQLException e) {
            if (SqliteFaults.of(e, path) == Fault.DAMAGED) {
                header.checkEnd(file.url());
            }
            if (e instanceof SQLiteException refused && file.opensOtherwise(refused)) {
                return open(config);
            }
            throw e;
        }
    }

    /** Before anything is written to it, also not the journal mode. */
    private Connection checked(Connection connection) throws SQLException {
        try {
            header.check(connection);
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
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
                if (SqliteFaults.of(e, path) != Fault.LOCKED || System.nanoTime() - deadline > 0) {
                    throw e;
                }
                LockSupport.parkNanos(1_000_000L);
            }
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
