package dev.daybook.jooq;

import dev.daybook.ports.view.InlineViewException;
import java.sql.SQLException;

/** Lets views that are kept inline fold what they have missed. Doing it again does no harm. */
final class CatchUpRequest extends Request<Boolean> {

    /** What to do under the log's lock. */
    interface Work {
        /** Folds, and says whether there is more. */
        boolean apply(InlineGroup group) throws SQLException;
    }

    private final Work work;

    CatchUpRequest(Work work) {
        this.work = work;
    }

    @Override
    int events() {
        return InlineGroup.PAGE;
    }

    @Override
    long bytes() {
        return 0;
    }

    @Override
    void decide(Draft draft) throws SQLException {
        try {
            succeed(work.apply(draft.inline()));
        } catch (InlineViewException failure) {
            fail(failure);
        }
    }
}
