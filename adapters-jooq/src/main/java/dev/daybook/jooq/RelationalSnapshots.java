package dev.daybook.jooq;

import dev.daybook.ports.event.Timestamps;
import dev.daybook.ports.snapshot.Snapshot;
import dev.daybook.ports.snapshot.SnapshotTotals;
import dev.daybook.ports.snapshot.Snapshots;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** The snapshots: saved with whatever is being committed, read through the pool. */
final class RelationalSnapshots implements Snapshots {

    private final GroupCommit commits;
    private final ReaderPool readers;
    private final Statements sql;
    private final Dialect dialect;

    RelationalSnapshots(GroupCommit commits, ReaderPool readers, Statements sql, Dialect dialect) {
        this.commits = commits;
        this.readers = readers;
        this.sql = sql;
        this.dialect = dialect;
    }

    @Override
    public Optional<Snapshot> newest(
            String aggregateId, String fingerprint, long atMostSequence, Instant atMostLatest) {
        return readers.answer(session -> {
            PreparedStatement statement = session.prepare(sql.newestSnapshot);
            statement.setString(1, aggregateId);
            statement.setString(2, fingerprint);
            statement.setLong(3, atMostSequence);
            statement.setLong(4, Timestamps.toMicros(atMostLatest));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(snapshot(row, aggregateId, fingerprint)) : Optional.empty();
            }
        });
    }

    @Override
    public void save(Snapshot snapshot) {
        dialect.limits().check(snapshot.aggregateId(), snapshot.state());
        commits.submit(new SnapshotRequest(snapshot));
    }

    @Override
    public SnapshotTotals totals() {
        return readers.answer(session -> {
            try (ResultSet row = session.prepare(sql.snapshotTotals).executeQuery()) {
                row.next();
                return new SnapshotTotals(row.getLong(1), row.getLong(2));
            }
        });
    }

    private Snapshot snapshot(ResultSet row, String aggregateId, String fingerprint) throws SQLException {
        return new Snapshot(
                aggregateId,
                row.getLong(1),
                fingerprint,
                Timestamps.ofMicros(row.getLong(2)),
                Timestamps.ofMicros(row.getLong(3)),
                EventRows.payload(row.getString(4), dialect.bytes(row, 5)));
    }
}
