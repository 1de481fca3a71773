package dev.daybook.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What is particular to a file that is only read. */
final class ReadOnlySqliteDialect extends SqliteDialect {

    private final ReadOnlySqliteFile file;

    ReadOnlySqliteDialect(Path path, Duration busyTimeout) {
        this(new ReadOnlySqliteFile(path), busyTimeout);
    }

    private ReadOnlySqliteDialect(ReadOnlySqliteFile file, Duration busyTimeout) {
        super(file, SqliteDurability.FULL, busyTimeout);
        this.file = file;
    }

    @Override
    public String durability() {
        return file.isStill()
                ? "opened for reading only, as a file that nobody writes to"
                : "opened for reading only; others may write";
    }

    @Override
    public Connection connectToWrite() throws SQLException {
        throw new SQLiteException("the file was opened for reading only", SQLiteErrorCode.SQLITE_READONLY);
    }

    @Override
    public <R extends @Nullable Object> R call(Callable<R> work) throws Exception {
        R answer = super.call(work);
        file.checkStill();
        return answer;
    }
}
