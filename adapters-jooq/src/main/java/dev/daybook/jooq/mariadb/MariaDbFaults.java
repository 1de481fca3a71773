package dev.daybook.jooq.mariadb;

import dev.daybook.jooq.EngineFaults;
import dev.daybook.ports.storage.Fault;
import java.sql.SQLException;
import java.util.Locale;

/** What MariaDB's error numbers mean (its knowledge base, "MariaDB Error Codes"). */
final class MariaDbFaults extends EngineFaults {

    private static final int DUPLICATE = 1062;

    @Override
    protected Fault ofEngine(SQLException error) {
        return switch (error.getErrorCode()) {
            // Shut down, network errors, too many connections, a connection that was killed.
            case 1040, 1053, 1152, 1158, 1159, 1160, 1161, 1203, 1226, 1927, 4156 -> Fault.UNAVAILABLE;
            // No lock in time, deadlock, a statement that ran too long.
            case 1205, 1213, 1969 -> Fault.LOCKED;
            // No space, a table that is full.
            case 1021, 1114 -> Fault.FULL;
            // No privilege, a server or a transaction that only reads.
            case 1142, 1143, 1227, 1290, 1792, 1836 -> Fault.READ_ONLY;
            // No privilege for the database, wrong user or password, no such database, no such table.
            case 1044, 1045, 1049, 1146 -> Fault.MISSING;
            // Indexes, tables and pages that are damaged.
            case 126, 127, 1034, 1194, 1195, 1712, 1877 -> Fault.DAMAGED;
            default -> byState(error);
        };
    }

    @Override
    protected boolean isDuplicate(SQLException error) {
        return error.getErrorCode() == DUPLICATE;
    }

    private static Fault byState(SQLException error) {
        String state = error.getSQLState();
        if (state != null && state.startsWith("08")) {
            return Fault.UNAVAILABLE;
        }
        String message = String.valueOf(error.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("errcode: 28") || message.contains("error 28 ") ? Fault.FULL : Fault.FAILED;
    }

    @Override
    protected String remedy(Fault fault) {
        return switch (fault) {
            case FOREIGN -> "Give the log a database of its own";
            case NEWER -> "Use a library at least as new as the one that made the schema";
            case READ_ONLY ->
                "Connect to the primary, as a user that may select and insert, update log_lock and log_consumer, update"
                        + " and delete in view_row, and delete snapshots";
            case FULL -> "Make space on the server's disk, then go on with the same storage";
            case DAMAGED -> "Restore the database from a backup, and check the server's disk and its error log";
            case LOCKED -> "Find who holds the lock in information_schema.innodb_trx, or raise the lock time-out";
            case MISSING ->
                "Check the database's name, the user and the password, and that the tables were not dropped";
            case UNAVAILABLE -> "Check that the server runs and can be reached, and that the pool has connections left";
            case UNKNOWN -> "Append the same events again";
            case CLOSED -> "Open it again";
            case INTERRUPTED -> "Do it again if it is still wanted";
            case FAILED -> "See the cause, which is the engine's own error";
        };
    }
}
