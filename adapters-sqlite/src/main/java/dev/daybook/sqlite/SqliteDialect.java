package dev.daybook.sqlite;

import dev.daybook.jooq.Dialect;
import dev.daybook.ports.storage.Fault;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jooq.CreateTableElementListStep;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultDataType;
import org.jooq.impl.SQLDataType;
import org.sqlite.SQLiteJDBCLoader;

/** What is particular to SQLite. */
final class SqliteDialect implements Dialect {

    private static final DataType<Long> ROW_ID =
            new DefaultDataType<>(SQLDialect.SQLITE, Long.class, "integer").notNull();

    private final Path file;
    private final SqliteConnections connections;
    private final SqliteDurability durability;

    SqliteDialect(Path file, SqliteConnections connections, SqliteDurability durability) {
        this.file = file;
        this.connections = connections;
        this.durability = durability;
    }

    @Override
    public SQLDialect sql() {
        return SQLDialect.SQLITE;
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
    public void begin(Connection connection) throws SQLException {
        connections.checkStillThere();
        connection.setAutoCommit(false);
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
        return connections.number(connection, "pragma user_version");
    }

    @Override
    public void noteSchemaVersion(Connection connection, int version) throws SQLException {
        execute(connection, "pragma user_version = " + version);
        execute(connection, "pragma application_id = " + SqliteConnections.APPLICATION_ID);
    }

    @Override
    public DataType<Long> rowKey() {
        return ROW_ID;
    }

    @Override
    public Query storedByKey(CreateTableElementListStep table) {
        return table.storage(DSL.sql("without rowid"));
    }

    @Override
    public List<Field<?>> inPositionOrder(Field<?> column, Field<Long> position) {
        // The position is the row id, which ends every index anyway.
        return List.of(column);
    }

    @Override
    public List<Query> guards() {
        return SqliteGuards.create();
    }

    @Override
    public Field<String> uuidText(Field<byte[]> id) {
        return DSL.field(
                "lower(substr(hex({0}), 1, 8) || '-' || substr(hex({0}), 9, 4) || '-' || substr(hex({0}), 13, 4)"
                        + " || '-' || substr(hex({0}), 17, 4) || '-' || substr(hex({0}), 21))",
                SQLDataType.CLOB, id);
    }

    @Override
    public Field<String> timeText(Field<Long> micros) {
        // SQLite divides towards zero and its remainder can be negative, so the fraction is made positive first.
        return DSL.field(
                "strftime('%Y-%m-%dT%H:%M:%S', ({0} - (({0} % 1000000) + 1000000) % 1000000) / 1000000, 'unixepoch')"
                        + " || printf('.%06dZ', (({0} % 1000000) + 1000000) % 1000000)",
                SQLDataType.CLOB, micros);
    }

    @Override
    public Field<String> utf8Text(Field<byte[]> bytes) {
        return DSL.field("cast({0} as text)", SQLDataType.CLOB, bytes);
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

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
