package dev.daybook.jooq;

import java.sql.SQLException;

/** A change of consumers and of their rows. All of it can be done again without harm, and goes with whatever is being committed. */
final class ConsumerRequest<R> extends Request<R> {

    /** What to do under the log's lock. */
    interface Work<R> {
        /** Writes, and says what came of it. */
        R apply(Session session) throws SQLException;
    }

    private final int rows;
    private final long bytes;
    private final Work<R> work;
    private boolean outcomeInDoubt;

    ConsumerRequest(int rows, long bytes, Work<R> work) {
        this.rows = rows;
        this.bytes = bytes;
        this.work = work;
    }

    @Override
    int events() {
        return 1 + rows;
    }

    @Override
    long bytes() {
        return bytes;
    }

    @Override
    void decide(Draft draft) throws SQLException {
        outcomeInDoubt = false;
        succeed(draft.apply(work));
    }

    @Override
    void doubtOutcome() {
        outcomeInDoubt = true;
    }

    @Override
    boolean isOutcomeUnknown() {
        return outcomeInDoubt;
    }
}
