package dev.daybook.jooq;

import dev.daybook.ports.DaybookException;
import dev.daybook.ports.log.Condition;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Something one thread wants written, and what became of it. */
abstract sealed class Request<R> permits CatchUpRequest, ConsumerRequest, EventsRequest, SnapshotRequest {

    private enum State {
        WAITING,
        LEADING,
        DONE
    }

    private final Thread caller = Thread.currentThread();
    private volatile State state = State.WAITING;
    private @Nullable R result;
    private @Nullable DaybookException failure;

    /** How many events it adds to a group. */
    abstract int events();

    /** How many bytes it adds to a group. */
    abstract long bytes();

    /** Decides what becomes of it, and adds what is to be written to the draft. */
    abstract void decide(Draft draft) throws java.sql.SQLException;

    /** What it depends on. */
    List<Condition> conditions() {
        return List.of();
    }

    /** Makes it look up every id when it is decided again; false if it does so already. */
    boolean doubtIds() {
        return false;
    }

    /** A commit that may have stored it was not answered. */
    void doubtOutcome() {
        // Saving a snapshot twice does no harm.
    }

    /** Whether a commit that may have stored it was not answered, and nothing is known since. */
    boolean isOutcomeUnknown() {
        return false;
    }

    /** What it takes to have become of it so far. */
    final @Nullable R result() {
        return result;
    }

    final void succeed(R outcome) {
        result = outcome;
        failure = null;
    }

    final void fail(DaybookException reason) {
        failure = reason;
        result = null;
    }

    final boolean isWaiting() {
        return state == State.WAITING;
    }

    final boolean isLeading() {
        return state == State.LEADING;
    }

    final void promote() {
        state = State.LEADING;
        LockSupport.unpark(caller);
    }

    final void release() {
        state = State.DONE;
        if (caller != Thread.currentThread()) {
            LockSupport.unpark(caller);
        }
    }

    final R outcome() {
        if (failure != null) {
            throw failure;
        }
        if (result == null) {
            throw new IllegalStateException("a request was released without an outcome");
        }
        return result;
    }
}
