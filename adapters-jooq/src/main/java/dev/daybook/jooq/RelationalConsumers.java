package dev.daybook.jooq;

import dev.daybook.ports.consumer.ConsumerState;
import dev.daybook.ports.consumer.Consumers;
import dev.daybook.ports.consumer.Lease;
import dev.daybook.ports.consumer.Progress;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.event.Timestamps;
import dev.daybook.ports.storage.Limits;
import dev.daybook.ports.storage.StorageException;
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
import org.jspecify.annotations.Nullable;

/** The consumers: changed with whatever is being committed, under the log's one lock; read through the pool. */
final class RelationalConsumers implements Consumers {

    private enum Outcome {
        KEPT,
        LOST,
        BACKWARDS
    }

    /** What came of a step; the failure is that of somebody's own tables. */
    private record Kept(Outcome outcome, @Nullable StorageException failure) {}

    private final GroupCommit commits;
    private final ReaderPool readers;
    private final ConsumerStatements sql;
    private final RowWriter rows;
    private final RelationalEffects effects;
    private final Limits limits;
    private final InstantSource clock;

    RelationalConsumers(
            GroupCommit commits,
            ReaderPool readers,
            ConsumerStatements sql,
            RowWriter rows,
            RelationalEffects effects,
            Limits limits,
            InstantSource clock) {
        this.commits = commits;
        this.readers = readers;
        this.sql = sql;
        this.rows = rows;
        this.effects = effects;
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
        RelationalView tables = effects.find(lease.consumer());
        List<StoredEvent> events = tables == null ? List.of() : tables.upTo(progress.checkpoint());
        List<RowChange> changes = progress.changes();
        Kept kept = commits.submit(new ConsumerRequest<>(
                changes.size() + events.size(),
                bytes(changes),
                session -> events.isEmpty() || tables == null
                        ? keep(session, lease, progress)
                        : keep(session, lease, progress, tables, events)));
        if (kept.failure() != null) {
            throw kept.failure();
        }
        if (tables != null) {
            tables.drop(progress.checkpoint());
        }
        if (kept.outcome() == Outcome.BACKWARDS) {
            throw new IllegalArgumentException("the checkpoint of " + lease.consumer() + " is behind "
                    + progress.checkpoint() + ", and cannot go back to it");
        }
        return kept.outcome() == Outcome.KEPT;
    }

    private Kept keep(Session session, Lease lease, Progress progress) throws SQLException {
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
            return new Kept(isHeld(session, lease) ? Outcome.BACKWARDS : Outcome.LOST, null);
        }
        rows.write(session, progress.changes());
        return new Kept(Outcome.KEPT, null);
    }

    /** What somebody's own code does must not fail the appends that are committed with it. */
    private Kept keep(Session session, Lease lease, Progress progress, RelationalView tables, List<StoredEvent> events)
            throws SQLException {
        long before = session.number(sql.checkpoint, 0, lease.consumer());
        effects.mark(session);
        Kept kept = keep(session, lease, progress);
        if (kept.outcome() != Outcome.KEPT) {
            return kept;
        }
        StorageException failure = effects.apply(
                session,
                tables,
                events.stream().filter(event -> event.position() > before).toList());
        if (failure == null) {
            return kept;
        }
        effects.takeBack(session);
        return new Kept(Outcome.LOST, failure);
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
