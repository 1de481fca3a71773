package dev.daybook.jooq;

import dev.daybook.ports.view.InlineFold;
import dev.daybook.ports.view.InlineView;
import dev.daybook.ports.view.SortKey;
import dev.daybook.ports.view.ViewRow;
import dev.daybook.ports.view.Views;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the rows of views through the pool, and has some of them kept inline. */
final class RelationalViews implements Views {

    private final ReaderPool readers;
    private final ConsumerStatements sql;
    private final RowReader rows;
    private final GroupCommit commits;
    private final InlineViews inline;

    RelationalViews(
            ReaderPool readers, ConsumerStatements sql, RowReader rows, GroupCommit commits, InlineViews inline) {
        this.readers = readers;
        this.sql = sql;
        this.rows = rows;
        this.commits = commits;
        this.inline = inline;
    }

    @Override
    public Map<String, ViewRow> find(String view, Set<String> keys) {
        return readers.answer(session -> rows.find(session, view, keys));
    }

    @Override
    public List<ViewRow> page(String view, String afterKey, int limit) {
        return readers.answer(session -> {
            PreparedStatement statement = session.prepare(sql.page);
            statement.setString(1, view);
            statement.setString(2, afterKey);
            statement.setLong(3, limit);
            return rows.read(statement);
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
            List<ViewRow> found = rows.read(rest);
            if (found.size() < limit) {
                PreparedStatement more = session.prepare(sql.sorted);
                more.setString(1, view);
                more.setString(2, after.sort());
                more.setString(3, toSort);
                more.setLong(4, limit - found.size());
                found.addAll(rows.read(more));
            }
            return found;
        });
    }

    @Override
    public InlineView keepInline(InlineFold fold) {
        return inline.keep(fold, commits);
    }
}
