package dev.daybook.jooq;

import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.AppendResult;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Appends within a transaction that the caller began and will end. Nothing of it is remembered: it may be rolled back. */
final class JoinedAppend {

    private static final int OWN_AGGREGATES = 64;

    private final Dialect dialect;
    private final Statements sql;
    private final Inserts inserts;
    private final InlineViews inline;
    private final InstantSource clock;

    JoinedAppend(Dialect dialect, Statements sql, InlineViews inline, InstantSource clock) {
        this.dialect = dialect;
        this.sql = sql;
        this.inserts = new Inserts(sql);
        this.inline = inline;
        this.clock = clock;
    }

    AppendResult append(Connection transaction, Append append) throws SQLException {
        if (transaction.getAutoCommit()) {
            throw new IllegalArgumentException(
                    "the connection commits every statement by itself; begin a transaction with setAutoCommit(false)");
        }
        dialect.join(transaction);
        AppendRequest request = new AppendRequest(append);
        // An id that is there already must not fail the caller's transaction at the insert.
        request.doubtIds();
        try (Session session = new Session(dialect, transaction)) {
            LogState state = new LogState(sql);
            state.refresh(session);
            Lookup lookup = ownLookup();
            Instant now = clock.instant();
            Draft draft =
                    new Draft(state, session, lookup, inline.groupOfItsOwn(session, lookup, state.head(), now), now);
            draft.decide(List.of(request));
            inserts.write(session, draft);
            draft.inline().write(draft.head());
        }
        return request.outcome();
    }

    /** What it reads may be of the transaction's own making, and be rolled back: others must not learn from it. */
    private Lookup ownLookup() {
        Dictionary dictionary = new Dictionary(sql, OWN_AGGREGATES);
        EventRows rows = new EventRows(dialect, dictionary);
        return new Lookup(sql, rows, new Planner(dialect, sql, rows, dictionary, new TimeBlocks(sql)));
    }
}
