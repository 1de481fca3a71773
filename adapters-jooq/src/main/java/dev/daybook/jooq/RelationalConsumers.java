package dev.daybook.jooq;

import dev.daybook.ports.consumer.ConsumerState;
import dev.daybook.ports.consumer.Consumers;
import dev.daybook.ports.consumer.Lease;
import dev.daybook.ports.consumer.Progress;
import dev.daybook.ports.event.Timestamps;
import dev.daybook.ports.storage.Limits;
import dev.daybook.ports.view.RowChange;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The consumers: changed with whatever is being committed, under the log's one lock; read through the pool. */
final class RelationalConsumers implements Consumers {

    private enum Outcome {
        KEPT,
        LOST,
        BACKWARDS
    }

    private final GroupCommit commits;
    private final ReaderPool readers;
    private final ConsumerStatements sql;
    private final RowWriter rows;
    private final Limits limits;
    private final InstantSource clock;

    RelationalConsumers(
            GroupCommit commits, ReaderPool readers, ConsumerStatements sql, Limits limits, InstantSource clock) {
        this.commits = commits;
        this.readers = readers;
        this.sql = sql;
        this.rows = new RowWriter(sql);
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public List<ConsumerState> all() {
        return readers.answer(session -> {
            try (ResultSet row = session.prepare(sql.all).executeQuery()) {
                List<ConsumerState> states = new ArrayList<>();
                while (row.next()) {
                    states.add(state(row));
                }
                return states;
            }
        });
    }

    @Override
    public Optional<ConsumerState> find(String name) {
        return readers.answer(session -> find(session, name));
    }

    @Override
    public Optional<Lease> claim(String name, String owner, Optional<ConsumerState> seen) {
        limits.checkLease(name, owner);
        return submit(session -> {
            Optional<ConsumerState> now = find(session, name);
            long fence = seen.map(ConsumerState::fence).orElse(0L) + 1;
            if (now.isPresent() && now.get().owner().equals(owner) && now.get().fence() == fence) {
                // A commit that was not answered has done it.
                return Optional.of(new Lease(name, owner, fence));
            }
            if (!isAsSeen(now, seen)) {
                return Optional.empty();
            }
            if (now.isEmpty()) {
                insert(session, name, owner);
            } else {
                session.update(sql.claim, owner, name);
            }
            return Optional.of(new Lease(name, owner, fence));
        });
    }

    private static boolean isAsSeen(Optional<ConsumerState> now, Optional<ConsumerState> seen) {
        return now.map(state -> List.of(state.fence(), state.beat()))
                .equals(seen.map(state -> List.of(state.fence(), state.beat())));
    }

    private void insert(Session session, String name, String owner) throws SQLException {
        session.update(sql.insert, name, owner, Timestamps.toMicros(Timestamps.normal(clock.instant())));
    }

    @Override
    public Set<Lease> renew(Set<Lease> leases) {
        return submit(session -> {
            Set<Lease> lost = new HashSet<>();
            for (Lease lease : leases) {
                if (session.update(sql.renew, lease.consumer(), lease.owner(), lease.fence()) == 0) {
                    lost.add(lease);
                }
            }
            return lost;
        });
    }

    @Override
    public boolean commit(Lease lease, Progress progress) {
        limits.check(progress);
        List<RowChange> changes = progress.changes();
        Outcome outcome = commits.submit(new ConsumerRequest<>(changes.size(), bytes(changes), session -> {
            long now = Timestamps.toMicros(Timestamps.normal(clock.instant()));
            int moved = session.update(
                    sql.move,
                    progress.checkpoint(),
                    now,
                    lease.consumer(),
                    lease.owner(),
                    lease.fence(),
                    progress.checkpoint());
            if (moved == 0) {
                return isHeld(session, lease) ? Outcome.BACKWARDS : Outcome.LOST;
            }
            rows.write(session, changes);
            return Outcome.KEPT;
        }));
        if (outcome == Outcome.BACKWARDS) {
            throw new IllegalArgumentException("the checkpoint of " + lease.consumer() + " is behind "
                    + progress.checkpoint() + ", and cannot go back to it");
        }
        return outcome == Outcome.KEPT;
    }

    private boolean isHeld(Session session, Lease lease) throws SQLException {
        return find(session, lease.consumer())
                .filter(now -> now.owner().equals(lease.owner()) && now.fence() == lease.fence())
                .isPresent();
    }

    @Override
    public void release(Lease lease) {
        submit(session -> session.update(sql.release, lease.consumer(), lease.owner(), lease.fence()));
    }

    private <R> R submit(ConsumerRequest.Work<R> work) {
        return commits.submit(new ConsumerRequest<>(0, 0, work));
    }

    private Optional<ConsumerState> find(Session session, String name) throws SQLException {
        PreparedStatement statement = session.prepare(sql.byName);
        statement.setString(1, name);
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.of(state(row)) : Optional.empty();
        }
    }

    private static ConsumerState state(ResultSet row) throws SQLException {
        return new ConsumerState(
                row.getString(1),
                row.getLong(2),
                row.getString(3),
                row.getLong(4),
                row.getLong(5),
                Timestamps.ofMicros(row.getLong(6)));
    }

    private static long bytes(List<RowChange> changes) {
        long bytes = 0;
        for (RowChange change : changes) {
            bytes += change instanceof RowChange.Put put ? put.row().state().size() : 0;
        }
        return bytes;
    }
}
