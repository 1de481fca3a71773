package dev.daybook.jooq;

import dev.daybook.ports.consumer.Progress;
import dev.daybook.ports.storage.Limits;
import dev.daybook.ports.view.RowChange;
import dev.daybook.ports.view.ViewRow;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What the views that are kept inline read and write, within a transaction that holds the log's lock. */
final class InlineSql {

    private final ConsumerStatements sql;
    private final RowReader reader;
    private final RowWriter writer;
    private final Limits limits;

    InlineSql(ConsumerStatements sql, RowReader reader, RowWriter writer, Limits limits) {
        this.sql = sql;
        this.reader = reader;
        this.writer = writer;
        this.limits = limits;
    }

    /** Up to where a view is folded, 0 for one that is new. */
    long checkpoint(Session session, String view) throws SQLException {
        return session.number(sql.checkpoint, 0, view);
    }

    void moveCheckpoint(Session session, String view, long position, long micros) throws SQLException {
        if (session.update(sql.follow, position, micros, view) == 0) {
            session.update(sql.insert, view, "", micros);
            session.update(sql.follow, position, micros, view);
        }
    }

    Map<String, ViewRow> rows(Session session, String view, Collection<String> keys) throws SQLException {
        return reader.find(session, view, keys);
    }

    void write(Session session, Collection<RowChange> changes, Map<String, Long> views) throws SQLException {
        writer.write(session, changes, views);
    }

    void check(List<RowChange> changes) {
        limits.check(new Progress(0, changes));
    }

    void checkName(String view) {
        limits.checkLease(view, view);
    }
}
