package dev.daybook.sqlite;

import dev.daybook.jooq.Dialect;
import dev.daybook.jooq.Layout;
import dev.daybook.jooq.Rendering;
import dev.daybook.ports.storage.Fault;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteJDBCLoader;

/** What is particular to SQLite. */
class SqliteDialect implements Dialect {

    private static final DSLContext SQL = Rendering.of(SQLDialect.SQLITE, null);

    private final Path file;
    private final SqliteHeader header;
    private final SqliteConnections connections;
    private final SqliteDurability durability;

    SqliteDialect(SqliteFile file, SqliteDurability durability, Duration busyTimeout) {
        this.file = file.path();
        this.header = new SqliteHeader(this.file);
        this.connections = new SqliteConnections(file, header, durability, busyTimeout);
        this.durability = durability;
    }

    @Override
    public DSLContext sql() {
        return SQL;
    }

    @Override
    public String engine() {
        String driver = SQLiteJDBCLoader.getVersion();
        return "SQLite " + driver.substring(0, driver.lastIndexOf('.'));
    }

    @Override
    public String location() {
        return file.toString();
    }

    @Override
    public String durability() {
        return switch (durability) {
            case FULL -> "on disk when append returns (WAL, synchronous=FULL)";
            case NORMAL ->
                "with the operating system when append returns; the newest appends can be lost with the power"
                        + " (WAL, synchronous=NORMAL)";
        };
    }

    @Override
    public Connection connectToWrite() throws SQLException {
        return connections.writer();
    }

    @Override
    public Connection connectToRead() throws SQLException {
        return connections.reader();
    }

    @Override
    public @Nullable Object place() {
        return connections.place();
    }

    @Override
    public void begin(Connection connection) throws SQLException {
        connections.checkStillThere();
        connection.setAutoCommit(false);
    }

    /** A transaction that has only read holds no lock; a write that changes nothing gives it the one of the whole file. */
    @Override
    public void join(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            requireSameFile(statement);
            statement.execute("update event_log set position = position where position < 0");
        }
    }

    private void requireSameFile(Statement statement) throws SQLException {
        try (ResultSet main = statement.executeQuery("select file from pragma_database_list where name = 'main'")) {
            String other = main.next() ? main.getString(1) : "";
            if (other.isEmpty() || !connections.isSameFile(Path.of(other))) {
                throw new IllegalArgumentException("the transaction is on " + (other.isEmpty() ? "no file" : other)
                        + ", and the log is in " + file + "; begin one on that file");
            }
        }
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
    }

    @Override
    public void rollback(Connection connection) throws SQLException {
        // The driver begins anew at once, which is ended by what follows.
        connection.rollback();
        connection.setAutoCommit(true);
    }

    @Override
    public int schemaVersion(Connection connection) throws SQLException {
        return header.readVersion(connection);
    }

    @Override
    public void noteSchemaVersion(Connection connection, int version) throws SQLException {
        header.noteVersion(connection, version);
    }

    @Override
    public Layout layout() {
        return new SqliteLayout();
    }

    @Override
    public Fault fault(SQLException error) {
        return SqliteFaults.of(error, file);
    }

    @Override
    public boolean isDuplicate(SQLException error) {
        return SqliteFaults.isConstraint(error);
    }

    @Override
    public String remedy(Fault fault) {
        return SqliteFaults.remedy(fault);
    }
}
