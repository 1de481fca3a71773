package dev.daybook.jooq;

import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.AppendResult;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;

/** Appends within a transaction that the caller began and will end. Nothing of it is remembered: it may be rolled back. */
final class JoinedAppend {

    private final Dialect dialect;
    private final Statements sql;
    private final Lookup lookup;
    private final Inserts inserts;
    private final InstantSource clock;

    JoinedAppend(Dialect dialect, Statements sql, Lookup lookup, InstantSource clock) {
        this.dialect = dialect;
        this.sql = sql;
        this.lookup = lookup;
        this.inserts = new Inserts(sql);
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
            Draft draft = new Draft(state, session, lookup, clock.instant());
            request.decide(draft);
            inserts.write(session, draft);
        }
        return request.outcome();
    }
}
