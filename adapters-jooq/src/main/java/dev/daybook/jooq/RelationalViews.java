package dev.daybook.jooq;

import dev.daybook.ports.event.Payload;
import dev.daybook.ports.view.SortKey;
import dev.daybook.ports.view.ViewRow;
import dev.daybook.ports.view.Views;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the rows of views through the pool. */
final class RelationalViews implements Views {

    private final ReaderPool readers;
    private final ConsumerStatements sql;
    private final Dialect dialect;

    RelationalViews(ReaderPool readers, ConsumerStatements sql, Dialect dialect) {
        this.readers = readers;
        this.sql = sql;
        this.dialect = dialect;
    }

    @Override
    public Map<String, ViewRow> find(String view, Set<String> keys) {
        return readers.answer(session -> {
            Map<String, ViewRow> found = new HashMap<>();
            for (List<String> some : Padding.slices(keys)) {
                PreparedStatement statement = session.prepare(sql.rowsByKeys(some.size()));
                statement.setString(1, view);
                for (int i = 0; i < some.size(); i++) {
                    statement.setString(i + 2, some.get(i));
                }
                for (ViewRow row : rows(statement)) {
                    found.put(row.key(), row);
                }
            }
            return found;
        });
    }

    @Override
    public List<ViewRow> page(String view, String afterKey, int limit) {
        return readers.answer(session -> {
            PreparedStatement statement = session.prepare(sql.page);
            statement.setString(1, view);
            statement.setString(2, afterKey);
            statement.setLong(3, limit);
            return rows(statement);
        });
    }

    @Override
    public List<ViewRow> sorted(String view, SortKey after, String toSort, int limit) {
        return readers.answer(session -> {
            PreparedStatement rest = session.prepare(sql.sortedRest);
            rest.setString(1, view);
            rest.setString(2, after.sort());
            rest.setString(3, toSort);
            rest.setString(4, after.key());
            rest.setLong(5, limit);
            List<ViewRow> found = rows(rest);
            if (found.size() < limit) {
                PreparedStatement more = session.prepare(sql.sorted);
                more.setString(1, view);
                more.setString(2, after.sort());
                more.setString(3, toSort);
                more.setLong(4, limit - found.size());
                found.addAll(rows(more));
            }
            return found;
        });
    }

    private List<ViewRow> rows(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            List<ViewRow> rows = new ArrayList<>();
            while (row.next()) {
                Payload state = EventRows.payload(row.getString(3), dialect.bytes(row, 4));
                rows.add(new ViewRow(row.getString(1), row.getString(2), state));
            }
            return rows;
        }
    }
}
