package dev.daybook.jooq;

import dev.daybook.ports.view.RowChange;
import dev.daybook.ports.view.ViewRow;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Changes the rows of views, within a transaction that holds the log's lock. */
final class RowWriter {

    /** Where a row stands. */
    record Place(String view, String key) {}

    private final ConsumerStatements sql;

    RowWriter(ConsumerStatements sql) {
        this.sql = sql;
    }

    void write(Session session, List<RowChange> changes) throws SQLException {
        if (!changes.isEmpty()) {
            write(session, lastOfEach(changes).values(), new HashMap<>());
        }
    }

    /** Changes of different rows; the numbers of views are taken from what is known, and noted there. */
    void write(Session session, Collection<RowChange> last, Map<String, Long> views) throws SQLException {
        PreparedStatement put = null;
        PreparedStatement remove = null;
        for (RowChange change : last) {
            long view = views.containsKey(change.view()) ? views.get(change.view()) : view(session, change.view());
            views.put(change.view(), view);
            switch (change) {
                case RowChange.Put(String name, ViewRow row) -> {
                    put = put == null ? session.prepare(sql.putRow) : put;
                    put.setLong(1, view);
                    put.setString(2, row.key());
                    put.setString(3, row.sort());
                    put.setString(4, row.state().contentType());
                    put.setBytes(5, row.state().bytes());
                    put.addBatch();
                }
                case RowChange.Remove(String name, String key) -> {
                    remove = remove == null ? session.prepare(sql.removeRow) : remove;
                    remove.setLong(1, view);
                    remove.setString(2, key);
                    remove.addBatch();
                }
            }
        }
        execute(put);
        execute(remove);
    }

    /** Of several changes of one row the last counts, so that their order does not matter any more. */
    static Map<Place, RowChange> lastOfEach(List<RowChange> changes) {
        Map<Place, RowChange> last = new LinkedHashMap<>();
        for (RowChange change : changes) {
            String key =
                    switch (change) {
                        case RowChange.Put put -> put.row().key();
                        case RowChange.Remove remove -> remove.key();
                    };
            last.put(new Place(change.view(), key), change);
        }
        return last;
    }

    private long view(Session session, String name) throws SQLException {
        long known = session.number(sql.viewKey, 0, name);
        if (known != 0) {
            return known;
        }
        long next = session.number(sql.lastView, 0) + 1;
        PreparedStatement insert = session.prepare(sql.insertView);
        insert.setLong(1, next);
        insert.setString(2, name);
        insert.executeUpdate();
        return next;
    }

    private static void execute(@org.jspecify.annotations.Nullable PreparedStatement batch) throws SQLException {
        if (batch != null) {
            batch.executeBatch();
        }
    }
}
