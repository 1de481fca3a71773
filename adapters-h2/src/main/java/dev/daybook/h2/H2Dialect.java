package dev.daybook.h2;

import dev.daybook.jooq.DataSourceDialect;
import dev.daybook.jooq.Layout;
import dev.daybook.ports.storage.Fault;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.h2.api.ErrorCode;
import org.h2.engine.Constants;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.message.DbException;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;

/** What is particular to H2. */
final class H2Dialect extends DataSourceDialect {

    /** A file is open in one process at a time, so that a lock within the process is enough. */
    private static final ReentrantLock SCHEMA = new ReentrantLock();

    /** What H2 counts the size of a file in. */
    private static final long BLOCK = 4096;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final @Nullable H2File file;
    private final H2Durability durability;
    private final Duration lockTimeout;

    /** Whether a commit was made that is not known to be in the file: nothing is acknowledged before it is. */
    private volatile boolean writeOwed;

    H2Dialect(
            JdbcDataSource source,
            @Nullable H2File file,
            @Nullable String schema,
            H2Durability durability,
            Duration lockTimeout) {
        super(SQLDialect.H2, source, schema);
        this.file = file;
        this.durability = durability;
        this.lockTimeout = lockTimeout;
    }

    @Override
    public String engine() {
        return "H2 " + Constants.VERSION;
    }

    @Override
    public String location() {
        return file == null ? "memory" : file.toString();
    }

    @Override
    public String durability() {
        if (file == null) {
            return "in memory; gone when it is closed";
        }
        if (file.isReadOnly()) {
            return "opened for reading only";
        }
        return switch (durability) {
            case FULL -> "on disk when append returns (its store is synced after each commit)";
            case NORMAL ->
                "with the operating system when append returns; a power loss can take the newest appends or the file"
                        + " (its store is written after each commit)";
        };
    }

    /** H2 closes a database of which it has lost the file; opened again, it goes on. */
    @Override
    public Duration patience() {
        return PATIENCE;
    }

    @Override
    public Layout layout() {
        return new H2Layout();
    }

    @Override
    protected String currentSchema(Connection connection) throws SQLException {
        return connection.getSchema();
    }

    @Override
    protected void prepare(Connection connection) throws SQLException {
        if (file != null) {
            file.noteOpened();
        }
        execute(connection, "set lock_timeout " + lockTimeout.toMillis());
    }

    @Override
    public @Nullable Object place() {
        return file == null ? null : file.identity();
    }

    @Override
    public void begin(Connection connection) throws SQLException {
        if (file != null) {
            file.checkStillThere();
        }
        super.begin(connection);
        if (writeOwed) {
            write(connection);
        }
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        if (file == null) {
            super.commit(connection);
            return;
        }
        ReentrantLock commits = file.commits();
        commits.lock();
        try {
            super.commit(connection);
            write(connection);
        } finally {
            commits.unlock();
        }
    }

    /** H2 shows a commit as soon as it is in memory. */
    @Override
    public void awaitDurable() {
        if (file != null) {
            file.awaitCommits();
        }
    }

    /**
     * A commit of H2's is in memory, and becomes part of a chunk that whoever comes next may hand to a thread of its own to be
     * written. {@code CHECKPOINT} sees that it is handed over, but neither waits for that thread, nor does {@code CHECKPOINT SYNC}:
     * the store itself does.
     */
    private void write(Connection connection) throws SQLException {
        writeOwed = true;
        try {
            execute(connection, "checkpoint");
            MVStore store = store(connection);
            store.executeFilestoreOperation(() -> {
                if (durability == H2Durability.FULL) {
                    store.sync();
                }
            });
        } catch (SQLException e) {
            throw new UnwrittenException(e);
        } catch (MVStoreException e) {
            throw new UnwrittenException(
                    DbException.toSQLException(DbException.get(ErrorCode.IO_EXCEPTION_1, e, e.getMessage())));
        }
        writeOwed = false;
    }

    private static MVStore store(Connection connection) throws SQLException {
        SessionLocal session =
                (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        return session.getDatabase().getStore().getMvStore();
    }

    /** What H2 found no space for, it has not written: it closes the file without it. */
    @Override
    public boolean mayHaveCommitted(SQLException error) {
        return error instanceof UnwrittenException || fault(error) != Fault.FULL;
    }

    /** A commit was made, and is not known to be in the file. */
    private static final class UnwrittenException extends SQLException {

        private static final long serialVersionUID = 1L;

        UnwrittenException(SQLException cause) {
            super(cause.getMessage(), cause.getSQLState(), cause.getErrorCode(), cause);
        }
    }

    /**
     * What a file that was there when it was opened has lost of its log; null if nothing. Daybook makes a file whole, or not at all;
     * a file that ends between two chunks H2 opens, to fail when it reads what is missing; and one whose newest chunk is gone it
     * opens as it was before that.
     */
    @Nullable
    String loss(Connection connection) throws SQLException {
        MVStore store = store(connection);
        boolean isOld = file != null && store.getCurrentVersion() < file.versionWhenClosed();
        if (isOld || lacksChunks(store)) {
            // Not to write to it any more.
            store.closeImmediately();
            return isOld ? "has lost what was written to it last" : "was cut: it lacks a part of what was in it";
        }
        return schemaVersion(connection) == 0 && hasNothingElse(connection)
                ? "was there already and has nothing in it, not even an empty log: it was cut or emptied; if there never was"
                        + " a log in it, remove it"
                : null;
    }

    private static boolean lacksChunks(MVStore store) {
        long blocks = store.getFileStore().size() / BLOCK;
        for (Map.Entry<String, String> entry : store.getLayoutMap().entrySet()) {
            if (entry.getKey().startsWith("chunk.")) {
                Map<String, String> chunk = DataUtils.parseMap(entry.getValue());
                if (DataUtils.readHexLong(chunk, "block", 0) + DataUtils.readHexLong(chunk, "len", 0) > blocks) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    protected void lockSchema(Connection connection) throws SQLException {
        try {
            if (!SCHEMA.tryLock(lockTimeout.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new SQLException("somebody else is making a schema", "HYT00", ErrorCode.LOCK_TIMEOUT_1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted", "57014", ErrorCode.STATEMENT_WAS_CANCELED, e);
        }
    }

    @Override
    public void endMigration(Connection connection) {
        if (SCHEMA.isHeldByCurrentThread()) {
            SCHEMA.unlock();
        }
    }

    @Override
    protected void beforeConnecting() {
        if (file != null) {
            file.check();
            file.checkStillThere();
        }
    }

    @Override
    public Fault fault(SQLException error) {
        return fault(error, file);
    }

    static Fault fault(SQLException error, @Nullable H2File file) {
        Fault fault = H2Faults.of(error);
        return fault == Fault.DAMAGED && file != null && file.isForeign() ? Fault.FOREIGN : fault;
    }

    @Override
    public boolean isDuplicate(SQLException error) {
        return H2Faults.isDuplicate(error);
    }

    @Override
    public String remedy(Fault fault) {
        return H2Faults.remedy(fault);
    }
}
