package dev.daybook.h2;

import dev.daybook.jooq.NewFile;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.log.Stretch;
import dev.daybook.ports.storage.Storage;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Continues empty logs in a new file with all there is in those of another. Event by event and not by H2's own means: each is checked
 * on its way, and the new file is as small as it can be.
 */
final class H2Backup {

    private static final int MOST_EVENTS = 1_000;
    private static final long MOST_BYTES = 8L << 20;

    private final H2File source;
    private final H2File target;

    private H2Backup(H2File source, H2File target) {
        this.source = source;
        this.target = target;
    }

    static void write(Path file, Path backup) {
        H2File source = new H2File(file);
        H2File whole = new H2File(backup);
        H2File part = whole.part();
        source.requireThere();
        NewFile.write(part.path(), whole.path(), () -> new H2Backup(source, part).run());
    }

    private void run() {
        try (Connection from = DriverManager.getConnection(source.url())) {
            for (String schema : schemas(from)) {
                try (Storage log =
                                H2Storage.builder(source.path()).schema(schema).open();
                        Storage copy = H2Storage.builder(target.path())
                                .schema(schema)
                                .durability(H2Durability.NORMAL)
                                .open();
                        Connection to = DriverManager.getConnection(target.url())) {
                    // Before the events, so that there is none of an event that the backup does not have.
                    copySnapshots(from, to, schema);
                    copyEvents(log, copy);
                }
            }
        } catch (SQLException e) {
            throw H2Faults.named("cannot back up " + source, e, H2Dialect.fault(e, source));
        }
    }

    private static List<String> schemas(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select table_schema from information_schema.tables where table_name = 'log_lock'")) {
            List<String> schemas = new ArrayList<>();
            while (row.next()) {
                schemas.add(row.getString(1));
            }
            return schemas;
        }
    }

    private static void copySnapshots(Connection from, Connection to, String schema) throws SQLException {
        String table = '"' + schema.replace("\"", "\"\"") + "\".snapshot";
        try (Statement statement = from.createStatement();
                ResultSet row = statement.executeQuery("select * from " + table)) {
            int columns = row.getMetaData().getColumnCount();
            String values = String.join(", ", Collections.nCopies(columns, "?"));
            try (PreparedStatement insert = to.prepareStatement("insert into " + table + " values (" + values + ")")) {
                while (row.next()) {
                    for (int column = 1; column <= columns; column++) {
                        insert.setObject(column, row.getObject(column));
                    }
                    insert.executeUpdate();
                }
            }
        }
    }

    private static void copyEvents(Storage source, Storage target) {
        List<StoredEvent> batch = new ArrayList<>();
        long bytes = 0;
        Range range = Range.all().upTo(source.log().head());
        try (EventCursor events = source.log().read(Query.all(), range)) {
            while (events.hasNext()) {
                StoredEvent event = events.next();
                batch.add(event);
                bytes += event.payload().size();
                if (batch.size() == MOST_EVENTS || bytes > MOST_BYTES || !events.hasNext()) {
                    target.continuation().take(new Stretch(batch));
                    batch.clear();
                    bytes = 0;
                }
            }
        }
    }
}
