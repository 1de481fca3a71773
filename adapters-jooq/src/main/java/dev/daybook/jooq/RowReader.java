package dev.daybook.jooq;

import dev.daybook.ports.event.Payload;
import dev.daybook.ports.view.ViewRow;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the rows of views, whoever's session it is. */
final class RowReader {

    private final ConsumerStatements sql;
    private final Dialect dialect;

    RowReader(ConsumerStatements sql, Dialect dialect) {
        this.sql = sql;
        this.dialect = dialect;
    }

    Map<String, ViewRow> find(Session session, String view, Collection<String> keys) throws SQLException {
        Map<String, ViewRow> found = new HashMap<>();
        for (List<String> some : Padding.slices(keys)) {
            PreparedStatement statement = session.prepare(sql.rowsByKeys(some.size()));
            statement.setString(1, view);
            for (int i = 0; i < some.size(); i++) {
                statement.setString(i + 2, some.get(i));
            }
            for (ViewRow row : read(statement)) {
                found.put(row.key(), row);
            }
        }
        return found;
    }

    List<ViewRow> read(PreparedStatement statement) throws SQLException {
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
