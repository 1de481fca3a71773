package dev.daybook.sqlite;

import dev.daybook.ports.storage.Fault;
import dev.daybook.ports.storage.StorageException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/** A file of the original schema, open for reading. */
final class OriginalSource implements AutoCloseable {

    /** What takes a snapshot's row and id. */
    interface SnapshotRow {
        void take(long row, String id);
    }

    private static final String EVENT_COLUMNS = "cast(id as text) as id, cast(event_type as text) as event_type,"
            + " cast(event_data as text) as event_data, cast(aggregate_id as text) as aggregate_id, sequence,"
            + " cast(timestamp as text) as timestamp, typeof(sequence) as kind,"
            + " json_valid(cast(event_data as text)) as valid";

    /**
     * A table without row ids does not know in which order its rows came: an aggregate's are taken by sequence, and where two
     * aggregates meet, by time. The latest time up to a row stands for its own, so that a clock set back does not turn two round.
     */
    private static final String EVENTS_BY_TIME =
            "select row_number() over (order by reached, aggregate_id, sequence, id)"
                    + " as row, " + EVENT_COLUMNS
                    + " from (select *, max(julianday(timestamp)) over (partition by aggregate_id"
                    + " order by sequence, id rows unbounded preceding) as reached from events) order by 1";

    private final Path file;
    private final Connection connection;

    private OriginalSource(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /**
     * Opens a file.
     *
     * @throws StorageException if it cannot be read or is of another schema
     */
    static OriginalSource open(Path file) {
        SqliteFile place = new SqliteFile(file);
        place.checkReadable();
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        OriginalSource source;
        try {
            source = new OriginalSource(file, config.createConnection(place.url()));
        } catch (SQLException e) {
            throw failure(file, e);
        }
        try {
            source.requireTable("events", List.of("id", "event_type", "event_data", "aggregate_id"));
            source.requireTable("snapshots", List.of("id", "aggregate_id", "state_data"));
            return source;
        } catch (SQLException | StorageException e) {
            source.close();
            throw e instanceof StorageException refusal ? refusal : failure(file, (SQLException) e);
        }
    }

    void events(Consumer<OriginalRow> taker) {
        try (Statement statement = connection.createStatement()) {
            Charset encoding = encoding(statement);
            String sql = hasRowIds("events")
                    ? "select rowid as row, " + EVENT_COLUMNS + " from events order by rowid"
                    : EVENTS_BY_TIME;
            try (ResultSet columns = statement.executeQuery(sql)) {
                while (columns.next()) {
                    taker.accept(new OriginalRow(columns, encoding));
                }
            }
        } catch (SQLException e) {
            throw failure(file, e);
        }
    }

    void snapshots(SnapshotRow taker) {
        try (Statement statement = connection.createStatement()) {
            Charset encoding = encoding(statement);
            String row = hasRowIds("snapshots") ? "rowid" : "row_number() over (order by aggregate_id, sequence, id)";
            try (ResultSet columns =
                    statement.executeQuery("select " + row + ", cast(id as text) from snapshots order by 1")) {
                while (columns.next()) {
                    taker.take(
                            columns.getLong(1),
                            OriginalText.of(columns.getBytes(2), encoding).shown());
                }
            }
        } catch (SQLException e) {
            throw failure(file, e);
        }
    }

    private void requireTable(String table, List<String> own) throws SQLException {
        String kind = property(table, "type", "no");
        if (kind.equals("view")) {
            throw foreign(table + " is a view, as in a log of Daybook's, which needs no import", null);
        }
        String columns = String.join(", ", own) + ", sequence, timestamp";
        try (Statement statement = connection.createStatement()) {
            statement
                    .executeQuery("select " + columns + " from " + table + " limit 0")
                    .close();
        } catch (SQLException e) {
            if (SqliteFaults.of(e, file) != Fault.FAILED) {
                throw e;
            }
            throw foreign(String.valueOf(e.getMessage()), e);
        }
    }

    private boolean hasRowIds(String table) throws SQLException {
        return property(table, "wr", "0").equals("0");
    }

    private String property(String table, String name, String otherwise) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select " + name + " from pragma_table_list where schema = 'main' and name = ? collate nocase")) {
            query.setString(1, table);
            try (ResultSet found = query.executeQuery()) {
                return found.next() ? found.getString(1) : otherwise;
            }
        }
    }

    private static Charset encoding(Statement statement) throws SQLException {
        try (ResultSet pragma = statement.executeQuery("pragma encoding")) {
            return Charset.forName(pragma.getString(1).replace("UTF-16le", "UTF-16LE"));
        }
    }

    private StorageException foreign(String why, @Nullable SQLException cause) {
        return new StorageException(
                Fault.FOREIGN,
                file + " does not have the tables events and snapshots of the original audit-trail schema: " + why
                        + ". Give a file that has them",
                cause);
    }

    private static StorageException failure(Path file, SQLException e) {
        Fault fault = SqliteFaults.of(e, file);
        return new StorageException(
                fault, "cannot import " + file + ": " + e.getMessage() + ". " + SqliteFaults.remedy(fault), e);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failure(file, e);
        }
    }
}
