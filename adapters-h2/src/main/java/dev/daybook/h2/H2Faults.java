package dev.daybook.h2;

import dev.daybook.ports.storage.Fault;
import dev.daybook.ports.storage.StorageException;
import java.io.EOFException;
import java.sql.SQLException;
import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

/** What H2's error codes mean. */
final class H2Faults {

    private H2Faults() {}

    static Fault of(SQLException error) {
        return switch (error.getErrorCode()) {
            case ErrorCode.LOCK_TIMEOUT_1,
                    ErrorCode.DEADLOCK_1,
                    ErrorCode.CONCURRENT_UPDATE_1,
                    ErrorCode.STATEMENT_WAS_CANCELED,
                    ErrorCode.DATABASE_ALREADY_OPEN_1 -> Fault.LOCKED;
            case ErrorCode.DATABASE_IS_CLOSED,
                    ErrorCode.CONNECTION_BROKEN_1,
                    ErrorCode.DATABASE_CALLED_AT_SHUTDOWN,
                    ErrorCode.OBJECT_CLOSED -> Fault.UNAVAILABLE;
            case ErrorCode.DATABASE_IS_READ_ONLY, ErrorCode.NOT_ENOUGH_RIGHTS_FOR_1 -> Fault.READ_ONLY;
            case ErrorCode.TABLE_OR_VIEW_NOT_FOUND_1, ErrorCode.WRONG_USER_OR_PASSWORD, ErrorCode.SCHEMA_NOT_FOUND_1 ->
                Fault.MISSING;
            case ErrorCode.FILE_CORRUPTED_1, ErrorCode.FILE_VERSION_ERROR_1 -> Fault.DAMAGED;
            default -> byCause(error);
        };
    }

    static boolean isDuplicate(SQLException error) {
        return error.getErrorCode() == ErrorCode.DUPLICATE_KEY_1;
    }

    /** H2 reports what the file system has said as a general error, with the reason somewhere beneath. */
    private static Fault byCause(SQLException error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (message.contains("No space left")) {
                return Fault.FULL;
            }
            if (message.contains("Read-only file system") || message.contains("Permission denied")) {
                return Fault.READ_ONLY;
            }
            if (message.contains("corrupt")
                    || cause instanceof EOFException
                    || (cause instanceof MVStoreException store && isDamage(store.getErrorCode()))) {
                return Fault.DAMAGED;
            }
        }
        return Fault.FAILED;
    }

    private static boolean isDamage(int code) {
        return switch (code) {
            case DataUtils.ERROR_FILE_CORRUPT,
                    DataUtils.ERROR_SERIALIZATION,
                    DataUtils.ERROR_CHUNK_NOT_FOUND,
                    DataUtils.ERROR_BLOCK_NOT_FOUND,
                    DataUtils.ERROR_TRANSACTION_CORRUPT,
                    DataUtils.ERROR_UNKNOWN_DATA_TYPE -> true;
            default -> false;
        };
    }

    static StorageException named(String what, SQLException error, Fault fault) {
        return new StorageException(fault, what + ": " + error.getMessage() + ". " + remedy(fault), error);
    }

    static String remedy(Fault fault) {
        return switch (fault) {
            case FOREIGN -> "Give the path of a Daybook file, or of one that does not exist yet";
            case NEWER -> "Use a library at least as new as the one that wrote it";
            case READ_ONLY -> "Make the file and its folder writable for this user";
            case FULL -> "Make space on the disk, then go on with the same storage";
            case DAMAGED -> "Keep the file as it is, restore it from a backup, and check the disk";
            case LOCKED ->
                "End the process or the transaction that has it, or raise the lock time-out; an H2 file is open in one"
                        + " process at a time";
            case MISSING -> "Make the folder, and give the path of a file in it that this user may open";
            case UNAVAILABLE, UNKNOWN, CLOSED -> "Open it again";
            case INTERRUPTED -> "Do it again if it is still wanted";
            case FAILED -> "See the cause, which is the engine's own error";
        };
    }
}
