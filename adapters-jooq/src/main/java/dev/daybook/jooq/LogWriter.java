package dev.daybook.jooq;

import dev.daybook.ports.storage.Fault;
import dev.daybook.ports.storage.StorageException;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides and writes a group of requests in one transaction. Used by whoever leads, one thread at a time. */
final class LogWriter {

    private final Dialect dialect;
    private final Faults faults;
    private final LogState state;
    private final Lookup lookup;
    private final Inserts inserts;
    private final InstantSource clock;
    private final Runnable onFailure;
    private @Nullable Session session;

    LogWriter(Dialect dialect, Statements sql, Lookup lookup, InstantSource clock, Runnable onFailure) {
        this.dialect = dialect;
        this.faults = new Faults(dialect);
        this.state = new LogState(sql);
        this.lookup = lookup;
        this.inserts = new Inserts(sql);
        this.clock = clock;
        this.onFailure = onFailure;
    }

    /** Gives every request its outcome, whatever happens. */
    void write(List<Request<?>> group) {
        try {
            try {
                attempt(group);
            } catch (SQLException e) {
                if (!dialect.isDuplicate(e)) {
                    throw e;
                }
                doubtIds(group);
                attempt(group);
            }
        } catch (SQLException e) {
            fail();
            group.forEach(request -> request.fail(faults.writing(e)));
        } catch (RuntimeException | Error e) {
            fail();
            group.forEach(request -> request.fail(unexpected(e)));
        }
    }

    void close() {
        giveUp();
    }

    private void attempt(List<Request<?>> group) throws SQLException {
        Session writing = session();
        dialect.begin(writing.connection());
        try {
            state.refresh(writing);
            Draft draft = new Draft(state, writing, lookup, clock.instant());
            for (Request<?> request : group) {
                request.decide(draft);
            }
            finish(writing, draft);
        } catch (SQLException | RuntimeException | Error e) {
            rollback(writing, e);
            throw e;
        }
    }

    private void finish(Session writing, Draft draft) throws SQLException {
        if (draft.isEmpty()) {
            dialect.rollback(writing.connection());
            return;
        }
        inserts.write(writing, draft);
        dialect.commit(writing.connection());
        state.accept(draft);
    }

    private void rollback(Session writing, Throwable reason) {
        state.forget();
        try {
            dialect.rollback(writing.connection());
        } catch (SQLException e) {
            reason.addSuppressed(e);
            giveUp();
        }
    }

    private static void doubtIds(List<Request<?>> group) {
        for (Request<?> request : group) {
            if (request instanceof AppendRequest append) {
                append.doubtIds();
            }
        }
    }

    private void fail() {
        giveUp();
        onFailure.run();
    }

    /** A connection that has failed is not trusted again; the next group opens another. */
    private void giveUp() {
        state.forget();
        if (session != null) {
            session.close();
            session = null;
        }
    }

    private Session session() throws SQLException {
        Session open = session;
        if (open == null) {
            open = new Session(dialect.connectToWrite());
            session = open;
        }
        return open;
    }

    private StorageException unexpected(Throwable error) {
        return new StorageException(
                Fault.FAILED,
                "cannot write to " + dialect.location() + ": " + error + "; nothing was written. "
                        + dialect.remedy(Fault.FAILED),
                error);
    }
}
