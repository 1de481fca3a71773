package dev.daybook.jooq.postgresql;

import dev.daybook.jooq.EngineFaults;
import dev.daybook.ports.storage.Fault;
import java.sql.SQLException;

/** What PostgreSQL's error codes mean (its manual, appendix A). */
final class PostgresFaults extends EngineFaults {

    @Override
    protected Fault ofEngine(SQLException error) {
        String state = error.getSQLState();
        if (state == null) {
            return Fault.FAILED;
        }
        return switch (state) {
            // Shut down, crashed, starting, idle for too long, too many connections.
            case "57P01", "57P02", "57P03", "57P05", "25P03", "53300" -> Fault.UNAVAILABLE;
            // No lock in time, cancelled, deadlock, not serializable.
            case "55P03", "57014", "40P01", "40001" -> Fault.LOCKED;
            case "53100" -> Fault.FULL;
            // A transaction that only reads, a privilege that is missing.
            case "25006", "42501" -> Fault.READ_ONLY;
            // No such database, no such schema, no such table, a database that was dropped.
            case "3D000", "3F000", "42P01", "57P04" -> Fault.MISSING;
            // Damaged data or index, input and output, a file that is gone.
            case "XX001", "XX002", "58030", "58P01" -> Fault.DAMAGED;
            default -> byClass(state.substring(0, 2));
        };
    }

    @Override
    protected boolean isDuplicate(SQLException error) {
        return "23505".equals(error.getSQLState());
    }

    private static Fault byClass(String kind) {
        return switch (kind) {
            case "08" -> Fault.UNAVAILABLE;
            case "28" -> Fault.MISSING;
            default -> Fault.FAILED;
        };
    }

    @Override
    protected String remedy(Fault fault) {
        return switch (fault) {
            case FOREIGN -> "Give the log a schema of its own";
            case NEWER -> "Use a library at least as new as the one that made the schema";
            case READ_ONLY ->
                "Connect to the primary, as a user that may select and insert, update log_lock and log_consumer, update"
                        + " and delete in view_row, and use the schema";
            case FULL -> "Make space on the server's disk, then go on with the same storage";
            case DAMAGED -> "Restore the database from a backup, and check the server's disk and its log";
            case LOCKED -> "Find who holds the lock in pg_stat_activity and pg_locks, or raise the lock time-out";
            case MISSING -> "Check the database's name, the user and the password, and that the schema was not dropped";
            case UNAVAILABLE -> "Check that the server runs and can be reached, and that the pool has connections left";
            case UNKNOWN -> "Append the same events again";
            case CLOSED -> "Open it again";
            case INTERRUPTED -> "Do it again if it is still wanted";
            case FAILED -> "See the cause, which is the engine's own error";
        };
    }
}
