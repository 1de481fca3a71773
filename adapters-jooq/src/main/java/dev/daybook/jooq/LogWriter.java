package dev.daybook.jooq;

import dev.daybook.ports.storage.Fault;
import dev.daybook.ports.storage.StorageException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Decides and writes a group of requests in one transaction. Used by whoever leads, one thread at a time. */
final class LogWriter {

    private static final System.Logger LOG = System.getLogger(LogWriter.class.getName());

    private final Dialect dialect;
    private final Faults faults;
    private final LogState state;
    private final Lookup lookup;
    private final Inserts inserts;
    private final @Nullable ArrayInserts arrays;
    private final Foresight foresight = new Foresight();
    private final InlineViews inline;
    private final InstantSource clock;
    private final LongConsumer onGrowth;
    private final Consumer<Fault> onFailure;
    private @Nullable Session session;

    LogWriter(
            Dialect dialect,
            Statements sql,
            Lookup lookup,
            InlineViews inline,
            InstantSource clock,
            LongConsumer onGrowth,
            Consumer<Fault> onFailure) {
        this.dialect = dialect;
        this.faults = new Faults(dialect);
        this.state = new LogState(sql);
        this.lookup = lookup;
        this.inserts = new Inserts(sql);
        this.arrays = ArrayInserts.of(dialect);
        this.inline = inline;
        this.clock = clock;
        this.onGrowth = onGrowth;
        this.onFailure = onFailure;
    }

    /**
     * Gives every request its outcome, whatever happens. Where the connection is lost it opens another and begins again, for as long
     * as the dialect has patience; what became of a commit that was never answered, the ids of the events tell.
     */
    void write(List<Request<?>> group) {
        try {
            dialect.call(() -> {
                writePatiently(group);
                return group;
            });
        } catch (Exception e) {
            fail(group, unexpected(e));
        }
    }

    private void writePatiently(List<Request<?>> group) {
        Patience patience = new Patience(dialect.patience());
        patience.noteInterrupt();
        try {
            while (!isSettled(group, patience)) {
                LOG.log(System.Logger.Level.DEBUG, "trying again to write to {0}", dialect.location());
            }
        } finally {
            patience.end();
        }
    }

    /** True when every request has its outcome, false when it is worth another attempt. */
    private boolean isSettled(List<Request<?>> group, Patience patience) {
        try {
            attempt(group);
            return true;
        } catch (SQLException e) {
            if (dialect.isDuplicate(e) && doubtIds(group)) {
                return false;
            }
            boolean cutShort = patience.noteInterrupt();
            Fault fault = faults.of(e);
            giveUp(fault);
            if ((cutShort || fault == Fault.UNAVAILABLE || isInDoubt(group)) && patience.pause()) {
                return false;
            }
            fail(group, faults.writing(e));
        } catch (StorageException e) {
            giveUp(e.fault());
            fail(group, e);
        } catch (RuntimeException | Error e) {
            giveUp(Fault.FAILED);
            fail(group, unexpected(e));
        }
        return true;
    }

    /** Whoever holds the lock may be the very transaction of which nobody knows what became: that passes. */
    private static boolean isInDoubt(List<Request<?>> group) {
        return group.stream().anyMatch(Request::isOutcomeUnknown);
    }

    private void fail(List<Request<?>> group, StorageException known) {
        group.forEach(request -> request.fail(request.isOutcomeUnknown() ? faults.unknown(known) : known));
    }

    void close() {
        dropSession(Fault.CLOSED);
    }

    private void attempt(List<Request<?>> group) throws SQLException {
        Session writing = session();
        try {
            if (arrays != null && mayForesee(group) && isWrittenUnasked(group, writing, arrays)) {
                return;
            }
            begin(writing);
            Draft draft = draft(writing);
            draft.decide(group);
            if (draft.isEmpty()) {
                dialect.rollback(writing.connection());
            } else {
                finish(group, writing, draft);
            }
        } catch (SQLException | RuntimeException | Error e) {
            rollback(writing, e);
            throw e;
        }
    }

    private void begin(Session writing) throws SQLException {
        boolean wasKnown = state.isKnown();
        long left = state.head();
        state.begin(dialect, writing);
        if (wasKnown) {
            foresight.learn(state.head() == left);
        }
    }

    /** Whether the log need not be asked for its end first: what else is under its lock, the commit does not look at again. */
    private boolean mayForesee(List<Request<?>> group) {
        return state.isKnown()
                && group.stream().allMatch(EventsRequest.class::isInstance)
                && foresight.isTrusted(clock.instant());
    }

    /** What is decided by a log that may have gone on is true if that is found where it was left: the commit looks, if there is one. */
    private boolean isWrittenUnasked(List<Request<?>> group, Session writing, ArrayInserts atOnce) throws SQLException {
        dialect.standAlone(writing.connection());
        Draft draft = draft(writing);
        if (!draft.inline().isFolded()) {
            return false;
        }
        draft.decide(group);
        if (!atOnce.take(draft)) {
            return false;
        }
        boolean isWhereLeft = commit(group, () -> atOnce.write(writing, draft, true, state.head()));
        if (isWhereLeft) {
            accept(draft);
        } else {
            foresight.learn(false);
            forget();
        }
        return isWhereLeft;
    }

    private Draft draft(Session writing) {
        Instant now = clock.instant();
        return new Draft(state, writing, lookup, inline.group(writing, lookup, state.head(), now), now);
    }

    private void finish(List<Request<?>> group, Session writing, Draft draft) throws SQLException {
        ArrayInserts atOnce = arrays;
        boolean isWritten;
        if (atOnce != null && atOnce.take(draft)) {
            isWritten = commit(group, () -> atOnce.write(writing, draft, false, state.head()));
        } else {
            inserts.write(writing, draft);
            draft.inline().write(draft.head());
            isWritten = commit(group, () -> {
                dialect.commit(writing.connection());
                return true;
            });
        }
        if (!isWritten) {
            throw new IllegalStateException("the log does not end where it did when it was locked");
        }
        accept(draft);
    }

    /** Commits a group; false if the log has refused it as a whole. */
    @FunctionalInterface
    private interface Commit {
        boolean run() throws SQLException;
    }

    private boolean commit(List<Request<?>> group, Commit commit) throws SQLException {
        try {
            return commit.run();
        } catch (SQLException e) {
            if (Thread.currentThread().isInterrupted() || dialect.mayHaveCommitted(e)) {
                group.forEach(Request::doubtOutcome);
            }
            throw e;
        }
    }

    private void accept(Draft draft) {
        state.accept(draft);
        draft.inline().accept(draft.head());
        foresight.leave(draft.now());
        onGrowth.accept(draft.head());
    }

    private void rollback(Session writing, Throwable reason) {
        forget();
        try {
            dialect.rollback(writing.connection());
        } catch (SQLException e) {
            reason.addSuppressed(e);
            dropSession(Fault.UNAVAILABLE);
        }
    }

    /** False if every id was in doubt already. */
    private static boolean doubtIds(List<Request<?>> group) {
        boolean more = false;
        for (Request<?> request : group) {
            more |= request.doubtIds();
        }
        return more;
    }

    /** After a failure nothing is trusted that was opened or learnt before; the next attempt begins anew. */
    private void giveUp(Fault fault) {
        dropSession(fault);
        onFailure.accept(fault);
    }

    private void forget() {
        state.forget();
        inline.forget();
    }

    private void dropSession(Fault fault) {
        forget();
        Session dropped = session;
        session = null;
        if (dropped != null) {
            dropped.releaseAfter(fault);
        }
    }

    private Session session() throws SQLException {
        Session open = session;
        if (open == null) {
            open = new Session(dialect, dialect.connectToWrite());
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
