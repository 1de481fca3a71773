package dev.daybook.sqlite;

import dev.daybook.ports.storage.Fault;
import dev.daybook.ports.storage.StorageException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/** Whose a database is and how new, as the numbers in its header say. */
final class SqliteHeader {

    /** {@code DyBk}: by this SQLite itself and the file command tell a Daybook file. */
    private static final int APPLICATION_ID = 0x4479426B;

    private final Path file;

    /** What it had when it was opened, 0 before. */
    private volatile int version;

    SqliteHeader(Path file) {
        this.file = file;
    }

    boolean isKnown() {
        return version > 0;
    }

    /** Refuses a database that is not Daybook's, or not any more the one that was opened. Writes nothing. */
    void check(Connection connection) throws SQLException {
        checkOwner(connection);
        if (isKnown()) {
            checkVersion(number(connection, "pragma user_version"));
        }
    }

    /** Refuses a file whose end is missing with that reason; SQLite only says that it is malformed. */
    void checkEnd(String url) {
        SQLiteConfig config = new SQLiteConfig();
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        try (Connection connection = config.createConnection(url)) {
            // To who may repair a database SQLite also shows one of which it misses the end.
            execute(connection, "pragma writable_schema = 1");
            number(connection, "pragma user_version");
        } catch (SQLException e) {
            return;
        }
        throw refusal(Fault.DAMAGED, "ends earlier than its header says", "");
    }

    int readVersion(Connection connection) throws SQLException {
        version = number(connection, "pragma user_version");
        return version;
    }

    void noteVersion(Connection connection, int number) throws SQLException {
        execute(connection, "pragma user_version = " + number);
        execute(connection, "pragma application_id = " + APPLICATION_ID);
        version = number;
    }

    private void checkOwner(Connection connection) throws SQLException {
        // In this order: who makes a log of the file at this moment marks it together with its tables.
        boolean empty = number(connection, "select count(*) from sqlite_master") == 0;
        boolean marked = number(connection, "pragma application_id") == APPLICATION_ID;
        if (!empty && !marked) {
            throw refusal(
                    Fault.FOREIGN,
                    "is an SQLite database, but not one of Daybook's",
                    "; the events of an original audit-trail file can be imported into a new one");
        }
        if (empty && isKnown()) {
            throw refusal(Fault.DAMAGED, "has been emptied since it was opened", "");
        }
    }

    private void checkVersion(int found) {
        if (found > version) {
            throw refusal(Fault.NEWER, "has schema version " + found + ", this library knows up to " + version, "");
        }
        if (found < version) {
            throw new StorageException(
                    Fault.MISSING,
                    file + " was replaced while it was open: it had schema version " + version + ", it has " + found
                            + ". Close the storage and open it again, which brings the file up to date",
                    null);
        }
    }

    private StorageException refusal(Fault fault, String what, String more) {
        return new StorageException(fault, file + " " + what + ". " + SqliteFaults.remedy(fault) + more, null);
    }

    private static int number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getInt(1) : 0;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
