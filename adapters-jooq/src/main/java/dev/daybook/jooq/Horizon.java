package dev.daybook.jooq;

import dev.daybook.ports.log.Range;
import dev.daybook.ports.log.Range.Direction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;

/**
 * Several walks see the log at several moments; up to one head they see the same. And where a page is asked for, the entries of
 * their indexes alone tell how far it reaches, so that no walk fetches events that another leaves no room for.
 */
final class Horizon {

    /** More than this are asked for by who reads on and on; longer texts of SQL are not worth their planning. */
    private static final int PAGE = 256;

    private static final int MOST_SOURCES = 8;

    private record Form(List<Source.Kind> sources, Direction direction) {}

    private final DSLContext dsl;
    private final Layout layout;
    private final Statements sql;
    private final Map<Form, String> texts = new ConcurrentHashMap<>();

    Horizon(DSLContext dsl, Layout layout, Statements sql) {
        this.dsl = dsl;
        this.layout = layout;
        this.sql = sql;
    }

    /** Stretches of positions up to the head, in the order of reading; the first has the whole page, if nothing is filtered out. */
    List<Span> look(Session session, Collection<Source> sources, Span hull, Range range) throws SQLException {
        List<Source> inOrder = new ArrayList<>(sources);
        inOrder.sort((one, other) -> one.kind().compareTo(other.kind()));
        List<Source.Kind> kinds = inOrder.stream().map(Source::kind).toList();
        if (range.limit() > PAGE || kinds.size() > MOST_SOURCES || kinds.contains(Source.Kind.AGGREGATE)) {
            return List.of(new Span(0, session.number(sql.head, 0)));
        }
        String text = texts.computeIfAbsent(
                new Form(kinds, range.direction()),
                form -> dsl.render(Shape.nearest(dsl, layout, kinds, form.direction)));
        PreparedStatement statement = session.prepare(text);
        int index = 0;
        for (Source source : inOrder) {
            index = source.bind(statement, index + 1, hull, range.limit());
        }
        statement.setLong(++index, range.limit());
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            Span seen = new Span(0, row.getLong(3));
            if (row.getLong(1) < range.limit()) {
                return List.of(seen);
            }
            long last = row.getLong(2);
            return range.isForwards()
                    ? List.of(new Span(0, last), new Span(last, seen.upTo()))
                    : List.of(new Span(last - 1, seen.upTo()), new Span(0, last - 1));
        }
    }
}
