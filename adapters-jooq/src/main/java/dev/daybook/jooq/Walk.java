package dev.daybook.jooq;

import dev.daybook.ports.event.StoredEvent;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goes along one index page by page, by its key. The pages grow from what the limit asks for, and end early where the rows are
 * large; between two of them nothing is held.
 */
final class Walk {

    private static final int MOST_ROWS = 4_096;
    private static final int MOST_BYTES = 2 << 20;

    private final Reading reading;
    private final EventRows rows;
    private final String sql;
    private final Source source;
    private final Filter filter;
    private final Iterator<Span> spans;
    private final int mostRows;
    private final ArrayDeque<StoredEvent> page = new ArrayDeque<>();
    private Span left = new Span(0, 0);
    private int size;

    Walk(Reading reading, EventRows rows, String sql, Source source, Filter filter, List<Span> spans, int walks) {
        this.reading = reading;
        this.rows = rows;
        this.sql = sql;
        this.source = source;
        this.filter = filter;
        this.spans = spans.iterator();
        this.mostRows = Math.max(16, MOST_ROWS / walks);
        this.size = (int) Math.min(Math.min(filter.range().limit(), 256), mostRows);
    }

    /** The next event without taking it, if there is one. */
    @Nullable
    StoredEvent peek() throws SQLException {
        while (page.isEmpty()) {
            if (left.isEmpty()) {
                if (!spans.hasNext()) {
                    return null;
                }
                left = spans.next();
            } else {
                reading.ask(this::fill);
                size = Math.min(size * 4, mostRows);
            }
        }
        return page.getFirst();
    }

    void take() {
        page.removeFirst();
    }

    private Span fill(Session session) throws SQLException {
        PreparedStatement statement = session.prepare(sql);
        List<Object> arguments = arguments();
        for (int i = 0; i < arguments.size(); i++) {
            statement.setObject(i + 1, arguments.get(i));
        }
        int read = 0;
        long bytes = 0;
        try (ResultSet row = statement.executeQuery()) {
            while (bytes < MOST_BYTES && row.next()) {
                StoredEvent event = read(session, row);
                left = behind(event);
                read++;
                bytes += event.payload().size();
                if (filter.accepts(event)) {
                    page.add(event);
                }
            }
        }
        if (read < size && bytes < MOST_BYTES) {
            left = new Span(0, 0);
        }
        return left;
    }

    private StoredEvent read(Session session, ResultSet row) throws SQLException {
        return source instanceof Source.Aggregate aggregate
                ? rows.read(session, row, aggregate.id())
                : rows.read(session, row);
    }

    private Span behind(StoredEvent event) {
        long key = source instanceof Source.Aggregate ? event.sequence() : event.position();
        return filter.range().isForwards() ? new Span(key, left.upTo()) : new Span(left.behind(), key - 1);
    }

    private List<Object> arguments() {
        List<Object> arguments = new ArrayList<>(source.arguments());
        arguments.add(left.behind());
        arguments.add(left.upTo());
        filter.addArguments(arguments);
        arguments.add((long) size);
        return arguments;
    }
}
