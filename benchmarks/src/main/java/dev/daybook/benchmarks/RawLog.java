package dev.daybook.benchmarks;

import dev.daybook.ports.event.EventIds;
import dev.daybook.ports.event.Timestamps;
import dev.daybook.ports.storage.Storage;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.UUID;

/** What one would write by hand: plain JDBC on Daybook's own tables, for one thread. */
final class RawLog implements AutoCloseable {

    private static final String INSERT = "insert into event_log"
            + " (position, id, aggregate, sequence, type, timestamp, recorded_at, checksum, payload)"
            + " values (?, ?, ?, ?, ?, ?, ?, 0, ?)";

    private final Engine engine;
    private final Connection connection;
    private final PreparedStatement insert;
    private final EventIds ids = new EventIds();
    private long position;

    private RawLog(Engine engine, Connection connection) throws SQLException {
        this.engine = engine;
        this.connection = connection;
        this.insert = connection.prepareStatement(INSERT);
    }

    /** Has Daybook make the tables and one aggregate and type, and goes on by hand behind the events that are there. */
    static RawLog create(Engine engine, String name, byte[] payload) throws SQLException {
        try (Storage storage = engine.open(name)) {
            Samples.append(storage, "book", 1, payload);
        }
        RawLog log = new RawLog(engine, engine.connect(name));
        log.position = log.count("select max(position) from event_log");
        return log;
    }

    Connection connection() {
        return connection;
    }

    /** Every event in a transaction of its own. */
    void insertOneByOne(byte[] payload, int events) throws SQLException {
        for (int i = 0; i < events; i++) {
            bind(payload);
            insert.executeUpdate();
            engine.flush(connection);
        }
    }

    void begin() throws SQLException {
        connection.setAutoCommit(false);
    }

    void add(byte[] payload) throws SQLException {
        bind(payload);
        insert.addBatch();
    }

    void commit() throws SQLException {
        insert.executeBatch();
        connection.commit();
        engine.flush(connection);
        connection.setAutoCommit(true);
    }

    private void bind(byte[] payload) throws SQLException {
        position++;
        long now = Timestamps.toMicros(Instant.now());
        UUID id = ids.next();
        byte[] bytes = ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        insert.setLong(1, position);
        insert.setBytes(2, bytes);
        insert.setLong(3, 1);
        insert.setLong(4, position);
        insert.setLong(5, 1);
        insert.setLong(6, now);
        insert.setLong(7, now);
        insert.setBytes(8, payload);
    }

    private long count(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        insert.close();
        connection.close();
    }
}
