package dev.daybook.jooq;

import dev.daybook.ports.event.EventIds;
import dev.daybook.ports.event.Metadata;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.event.Tag;
import dev.daybook.ports.event.Timestamps;
import dev.daybook.ports.snapshot.Snapshot;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a draft, one batch for each table. */
final class Inserts {

    private final Statements sql;
    private final EventIds ids = new EventIds();

    Inserts(Statements sql) {
        this.sql = sql;
    }

    void write(Session session, Draft draft) throws SQLException {
        aggregates(session, draft.newAggregates());
        types(session, draft.newTypes());
        events(session, draft.rows());
        labels(session, draft.rows());
        blocks(session, draft.fullBlocks());
        snapshots(session, draft.snapshots());
    }

    private void aggregates(Session session, Map<String, Long> aggregates) throws SQLException {
        if (aggregates.isEmpty()) {
            return;
        }
        PreparedStatement insert = session.prepare(sql.insertAggregate);
        for (Map.Entry<String, Long> aggregate : aggregates.entrySet()) {
            insert.setLong(1, aggregate.getValue());
            insert.setString(2, aggregate.getKey());
            insert.addBatch();
        }
        insert.executeBatch();
    }

    private void types(Session session, Map<LogState.TypeKey, Long> types) throws SQLException {
        if (types.isEmpty()) {
            return;
        }
        PreparedStatement insert = session.prepare(sql.insertType);
        for (Map.Entry<LogState.TypeKey, Long> type : types.entrySet()) {
            insert.setLong(1, type.getValue());
            insert.setString(2, type.getKey().type().name());
            insert.setLong(3, type.getKey().type().version());
            insert.setString(4, type.getKey().contentType());
            insert.addBatch();
        }
        insert.executeBatch();
    }

    private void events(Session session, List<Draft.Row> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        boolean plain = rows.stream().allMatch(row -> isPlain(row.event().event()));
        PreparedStatement insert = session.prepare(plain ? sql.insertPlainEvent : sql.insertEvent);
        for (Draft.Row row : rows) {
            if (plain) {
                bind(insert, row, null, null);
            } else {
                NewEvent event = row.event().event();
                String tags = tags(event);
                String entries = entries(event);
                bind(insert, row, tags, entries);
                bindDetails(insert, event.metadata(), tags, entries);
            }
            insert.addBatch();
        }
        insert.executeBatch();
    }

    private static void bind(PreparedStatement insert, Draft.Row row, @Nullable String tags, @Nullable String entries)
            throws SQLException {
        StoredEvent stored = row.event();
        insert.setLong(1, stored.position());
        insert.setBytes(2, EventRows.bytes(stored.id()));
        insert.setLong(3, row.aggregate());
        insert.setLong(4, stored.sequence());
        insert.setLong(5, row.type());
        insert.setLong(6, Timestamps.toMicros(stored.timestamp()));
        insert.setLong(7, Timestamps.toMicros(stored.recordedAt()));
        insert.setBytes(8, stored.payload().bytes());
        insert.setInt(9, Checksum.of(stored, tags, entries));
    }

    private static void bindDetails(
            PreparedStatement insert, Metadata metadata, @Nullable String tags, @Nullable String entries)
            throws SQLException {
        insert.setString(10, metadata.actor().orElse(null));
        insert.setString(11, metadata.correlationId().orElse(null));
        insert.setString(12, metadata.causationId().orElse(null));
        insert.setString(13, tags);
        insert.setString(14, entries);
    }

    static @Nullable String entries(NewEvent event) {
        Map<String, String> entries = event.metadata().entries();
        return entries.isEmpty() ? null : FlatJson.object(entries);
    }

    static @Nullable String tags(NewEvent event) {
        return event.tags().isEmpty()
                ? null
                : FlatJson.array(
                        event.tags().stream().map(Tag::toString).sorted().toList());
    }

    static boolean isPlain(NewEvent event) {
        return event.tags().isEmpty() && event.metadata().isEmpty();
    }

    private void labels(Session session, List<Draft.Row> rows) throws SQLException {
        PreparedStatement insert = null;
        for (Draft.Row row : rows) {
            for (String label : Labels.of(row.event().event())) {
                insert = insert == null ? session.prepare(sql.insertLabel) : insert;
                insert.setString(1, label);
                insert.setLong(2, row.event().position());
                insert.addBatch();
            }
        }
        if (insert != null) {
            insert.executeBatch();
        }
    }

    private void blocks(Session session, List<Draft.FullBlock> blocks) throws SQLException {
        for (Draft.FullBlock full : blocks) {
            PreparedStatement insert = session.prepare(sql.insertBlock);
            insert.setLong(1, full.block());
            insert.setLong(2, full.span().earliest());
            insert.setLong(3, full.span().latest());
            insert.setLong(4, full.span().firstRecorded());
            insert.executeUpdate();
        }
    }

    private void snapshots(Session session, List<Snapshot> snapshots) throws SQLException {
        for (Snapshot snapshot : snapshots) {
            PreparedStatement delete = session.prepare(sql.deleteSnapshot);
            PreparedStatement insert = session.prepare(sql.insertSnapshot);
            for (PreparedStatement statement : List.of(delete, insert)) {
                statement.setString(1, snapshot.aggregateId());
                statement.setString(2, snapshot.fingerprint());
                statement.setLong(3, snapshot.sequence());
            }
            delete.executeUpdate();
            insert.setBytes(4, EventRows.bytes(ids.next()));
            insert.setLong(5, Timestamps.toMicros(snapshot.latest()));
            insert.setLong(6, Timestamps.toMicros(Timestamps.normal(snapshot.takenAt())));
            insert.setString(7, snapshot.state().contentType());
            insert.setLong(8, snapshot.state().size());
            insert.setBytes(9, snapshot.state().bytes());
            insert.executeUpdate();
        }
    }
}
