package dev.daybook.sqlite;

import dev.daybook.ports.storage.Fault;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What SQLite's result codes mean. */
final class SqliteFaults {

    private static final int PRIMARY = 0xFF;
    private static final long LITTLE_SPACE = 1 << 20;

    private SqliteFaults() {}

    static Fault of(SQLException error, Path file) {
        if (!(error instanceof SQLiteException sqlite)) {
            return Fault.FAILED;
        }
        SQLiteErrorCode code = sqlite.getResultCode();
        if (code == SQLiteErrorCode.SQLITE_READONLY_DBMOVED) {
            return Fault.MISSING;
        }
        return switch (SQLiteErrorCode.getErrorCode(code.code & PRIMARY)) {
            case SQLITE_BUSY, SQLITE_LOCKED -> Fault.LOCKED;
            case SQLITE_FULL -> Fault.FULL;
            case SQLITE_READONLY, SQLITE_PERM -> Fault.READ_ONLY;
            case SQLITE_CORRUPT -> Fault.DAMAGED;
            case SQLITE_NOTADB -> Fault.FOREIGN;
            case SQLITE_CANTOPEN -> Fault.MISSING;
            case SQLITE_IOERR -> inputOutput(code, file);
            default -> Fault.FAILED;
        };
    }

    static boolean isConstraint(SQLException error) {
        return error instanceof SQLiteException sqlite
                && (sqlite.getResultCode().code & PRIMARY) == SQLiteErrorCode.SQLITE_CONSTRAINT.code;
    }

    static String remedy(Fault fault) {
        return switch (fault) {
            case FOREIGN -> "Give the path of a Daybook file, or of one that does not exist yet";
            case NEWER -> "Use a library at least as new as the one that wrote it";
            case READ_ONLY -> "Make the file and its folder writable for this user";
            case FULL -> "Make space on the disk, then go on with the same storage";
            case DAMAGED -> "Keep the file as it is, restore it from a backup, and check the disk";
            case LOCKED -> "End the process that holds the lock, or raise the busy time-out";
            case MISSING ->
                "Put the file back where it was, or give the path of one in a folder that exists and that this user may enter";
            case UNAVAILABLE, UNKNOWN, CLOSED -> "Open it again";
            case INTERRUPTED -> "Do it again if it is still wanted";
            case FAILED -> "See the cause, which is the engine's own error";
        };
    }

    /** Some of SQLite's errors of input and output are a full disk, one that nobody may write to, or a file that ends too early. */
    private static Fault inputOutput(SQLiteErrorCode code, Path file) {
        if (code == SQLiteErrorCode.SQLITE_IOERR_SHORT_READ) {
            return Fault.DAMAGED;
        }
        try {
            FileStore disk = Files.getFileStore(file.toAbsolutePath().getParent());
            if (disk.isReadOnly()) {
                return Fault.READ_ONLY;
            }
            return disk.getUsableSpace() > LITTLE_SPACE ? Fault.FAILED : Fault.FULL;
        } catch (IOException e) {
            return Fault.FAILED;
        }
    }
}
