package dev.daybook.jooq;

import dev.daybook.ports.view.RowChange;
import dev.daybook.ports.view.ViewRow;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Changes the rows of views, within a transaction that holds the log's lock. */
final class RowWriter {

    /** Where a row stands. */
    record Place(String view, String key) {}

    /** So that several in one statement, and one of them several times, are far less than any server refuses. */
    private static final int SMALL = 1 << 14;

    private record Put(long view, ViewRow row) {}

    private record Removal(long view, String key) {}

    private final ConsumerStatements sql;
    private final boolean together;

    RowWriter(ConsumerStatements sql, Dialect dialect) {
        this.sql = sql;
        this.together = dialect.putsRowsTogether();
    }

    void write(Session session, List<RowChange> changes) throws SQLException {
        if (!changes.isEmpty()) {
            write(session, lastOfEach(changes).values(), new HashMap<>());
        }
    }

    /** Changes of different rows; the numbers of views are taken from what is known, and noted there. */
    void write(Session session, Collection<RowChange> last, Map<String, Long> views) throws SQLException {
        List<Put> small = new ArrayList<>();
        List<Put> large = new ArrayList<>();
        List<Removal> removals = new ArrayList<>();
        for (RowChange change : last) {
            long view = views.containsKey(change.view()) ? views.get(change.view()) : view(session, change.view());
            views.put(change.view(), view);
            switch (change) {
                case RowChange.Put(String name, ViewRow row) ->
                    (together && row.state().size() <= SMALL ? small : large).add(new Put(view, row));
                case RowChange.Remove(String name, String key) -> removals.add(new Removal(view, key));
            }
        }
        for (List<Put> some : Padding.slices(small)) {
            PreparedStatement put = session.prepare(sql.putRows(some.size()));
            int next = 1;
            for (Put one : some) {
                next = bind(put, next, one);
            }
            put.executeUpdate();
        }
        batch(session, sql.putRow, large, (put, one) -> bind(put, 1, one));
        batch(session, sql.removeRow, removals, (remove, one) -> {
            remove.setLong(1, one.view);
            remove.setString(2, one.key);
        });
    }

    private static int bind(PreparedStatement put, int first, Put one) throws SQLException {
        put.setLong(first, one.view);
        put.setString(first + 1, one.row.key());
        put.setString(first + 2, one.row.sort());
        put.setString(first + 3, one.row.state().contentType());
        put.setBytes(first + 4, one.row.state().bytes());
        return first + 5;
    }

    @FunctionalInterface
    private interface Binding<T> {
        void bind(PreparedStatement statement, T row) throws SQLException;
    }

    private static <T> void batch(Session session, String sql, List<T> rows, Binding<T> binding) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        PreparedStatement statement = session.prepare(sql);
        for (T row : rows) {
            binding.bind(statement, row);
            statement.addBatch();
        }
        statement.executeBatch();
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
}
