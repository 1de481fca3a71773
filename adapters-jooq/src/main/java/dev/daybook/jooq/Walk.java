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
 * Goes along one index page by page, by its key. The pages grow, are never larger than what is still asked for, and end early where
 * the rows are large; between two of them nothing is held.
 */
final class Walk {

    private static final int MOST_ROWS = 4_096;
    private static final int MOST_BYTES = 2 << 20;
    private static final int FIRST_ROWS = 256;
    private static final int LEAST_ROWS = 16;

    private final Reading reading;
    private final EventRows events;
    private final String sql;
    private final Source source;
    private final Filter filter;
    private final Iterator<Span> spans;
    private final int mostRows;
    private final ArrayDeque<StoredEvent> page = new ArrayDeque<>();
    private Span left = new Span(0, 0);
    private int size;

    Walk(Reading reading, EventRows events, String sql, Source source, Filter filter, List<Span> spans, int walks) {
        this.reading = reading;
        this.events = events;
        this.sql = sql;
        this.source = source;
        this.filter = filter;
        this.spans = spans.iterator();
        this.mostRows = Math.max(16, MOST_ROWS / walks);
        // Of several walks each is asked for its share first.
        long share = filter.range().limit() / walks + 1;
        this.size = Math.clamp(share, LEAST_ROWS, FIRST_ROWS);
    }

    /** The next event without taking it, if there is one; so many are still asked for. */
    @Nullable
    StoredEvent peek(long asked) throws SQLException {
        while (page.isEmpty()) {
            if (left.isEmpty()) {
                if (!spans.hasNext()) {
                    return null;
                }
                left = spans.next();
            } else {
                int rows = (int) Math.min(size, asked);
                reading.ask(session -> fill(session, rows));
                size = Math.min(size * 4, mostRows);
            }
        }
        return page.getFirst();
    }

    void take() {
        page.removeFirst();
    }

    private Span fill(Session session, int rows) throws SQLException {
        PreparedStatement statement = session.prepare(sql);
        List<Object> arguments = arguments(rows);
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
        if (read < rows && bytes < MOST_BYTES) {
            left = new Span(0, 0);
        }
        return left;
    }

    private StoredEvent read(Session session, ResultSet row) throws SQLException {
        return source instanceof Source.Aggregate aggregate
                ? events.read(session, row, aggregate.id())
                : events.read(session, row);
    }

    private Span behind(StoredEvent event) {
        long key = source instanceof Source.Aggregate ? event.sequence() : event.position();
        return filter.range().isForwards() ? new Span(key, left.upTo()) : new Span(left.behind(), key - 1);
    }

    private List<Object> arguments(int rows) {
        List<Object> arguments = new ArrayList<>(source.arguments());
        arguments.add(left.behind());
        arguments.add(left.upTo());
        filter.addArguments(arguments);
        arguments.add((long) rows);
        return arguments;
    }
}
