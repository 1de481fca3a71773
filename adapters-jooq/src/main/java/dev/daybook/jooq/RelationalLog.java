package dev.daybook.jooq;

import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.AppendResult;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.EventLog;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.storage.Limits;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The log: appends go through the one group commit, reads through the pool. */
final class RelationalLog implements EventLog {

    private final GroupCommit commits;
    private final ReaderPool readers;
    private final Planner planner;
    private final Lookup lookup;
    private final Statements sql;
    private final Faults faults;
    private final Limits limits;
    private final HeadWatch watch;

    RelationalLog(
            GroupCommit commits,
            ReaderPool readers,
            Planner planner,
            Lookup lookup,
            Statements sql,
            Faults faults,
            Limits limits,
            HeadWatch watch) {
        this.commits = commits;
        this.readers = readers;
        this.planner = planner;
        this.lookup = lookup;
        this.sql = sql;
        this.faults = faults;
        this.limits = limits;
        this.watch = watch;
    }

    @Override
    public AppendResult append(Append append) {
        limits.check(append);
        return commits.submit(new AppendRequest(append));
    }

    @Override
    public EventCursor read(Query query, Range range) {
        limits.check(query);
        try {
            return new PagedCursor(planner.plan(readers, query, range), faults);
        } catch (SQLException e) {
            throw faults.reading(e);
        }
    }

    @Override
    public Optional<StoredEvent> find(UUID id) {
        return readers.answer(session -> lookup.byId(session, id));
    }

    @Override
    public List<String> aggregates(String afterId, int limit) {
        return readers.answer(session -> lookup.aggregates(session, afterId, limit));
    }

    @Override
    public long head() {
        return head(readers, sql);
    }

    static long head(ReaderPool readers, Statements sql) {
        return readers.answer(session -> session.number(sql.head, 0));
    }

    @Override
    public boolean awaitBeyond(long position, Duration atMost) throws InterruptedException {
        return watch.awaitBeyond(position, atMost);
    }
}
