package dev.daybook.jooq;

import dev.daybook.ports.log.Criteria;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;

/** Chooses, for each alternative of a query, the index with the fewest entries, and where to walk it. */
final class Planner {

    /** Counting stops here: beyond it, which index is shorter no longer decides much. */
    private static final long COUNTED = 128;

    private final DSLContext dsl;
    private final Statements sql;
    private final EventRows rows;
    private final TimeBlocks blocks;
    private final Map<Shape, String> pages = new ConcurrentHashMap<>();
    private final Map<Source.Kind, String> counts = new ConcurrentHashMap<>();

    Planner(DSLContext dsl, Statements sql, EventRows rows, TimeBlocks blocks) {
        this.dsl = dsl;
        this.sql = sql;
        this.rows = rows;
        this.blocks = blocks;
    }

    /** One alternative: the sources to walk, each with what remains to be filtered. */
    private record Way(List<? extends Source> sources, Filter filter) {}

    Merge plan(Reading reading, Query query, Range range) throws SQLException {
        List<Walk> walks =
                range.limit() == 0 ? List.of() : reading.ask(session -> walks(session, reading, query, range));
        return new Merge(walks, range.isForwards(), range.limit());
    }

    private List<Walk> walks(Session session, Reading reading, Query query, Range range) throws SQLException {
        Ground ground = Ground.of(session, sql, blocks, range);
        List<Way> ways = new ArrayList<>();
        for (Criteria criteria : query.anyOf()) {
            ways.add(way(session, new Terms(session, sql, criteria), query, range, ground));
        }
        Set<Source> distinct = new HashSet<>();
        ways.forEach(way -> distinct.addAll(way.sources));
        if (distinct.contains(new Source.Log()) && distinct.size() > 1) {
            ways = List.of(
                    new Way(List.of(new Source.Log()), new Filter(query, range, List.of(), List.of(), List.of())));
        }
        // Several walks see the log at several moments; up to one head they see the same.
        Ground common = distinct.size() > 1 ? ground.upToHead(session) : ground;
        List<Walk> walks = new ArrayList<>();
        for (Way way : ways) {
            for (Source source : way.sources) {
                String page = pages.computeIfAbsent(way.filter.shape(source), shape -> dsl.render(shape.page(dsl)));
                walks.add(new Walk(
                        reading, rows, page, source, way.filter, common.spans(session, source), distinct.size()));
            }
        }
        return walks;
    }

    private Way way(Session session, Terms terms, Query query, Range range, Ground ground) throws SQLException {
        List<List<? extends Source>> candidates = terms.candidates();
        if (candidates.isEmpty()) {
            return new Way(List.of(new Source.Log()), new Filter(query, range, List.of(), List.of(), List.of()));
        }
        List<? extends Source> best = candidates.getFirst();
        if (candidates.size() > 1) {
            long fewest = Long.MAX_VALUE;
            for (List<? extends Source> candidate : candidates) {
                long entries = entries(session, candidate, ground);
                if (entries < fewest) {
                    fewest = entries;
                    best = candidate;
                }
            }
        }
        return new Way(best, terms.without(best, query, range));
    }

    private long entries(Session session, List<? extends Source> sources, Ground ground) throws SQLException {
        long entries = 0;
        for (Source source : sources) {
            Span hull = ground.hull(session, source);
            String count = counts.computeIfAbsent(source.kind(), kind -> dsl.render(Shape.count(dsl, kind)));
            List<Object> arguments = new ArrayList<>(source.arguments());
            arguments.addAll(List.of(hull.behind(), hull.upTo(), COUNTED - entries));
            entries += hull.isEmpty() ? 0 : session.number(count, 0, arguments.toArray());
            if (entries >= COUNTED) {
                break;
            }
        }
        return entries;
    }
}
