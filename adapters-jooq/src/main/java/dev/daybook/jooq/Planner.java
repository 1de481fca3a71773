package dev.daybook.jooq;

import dev.daybook.ports.log.Criteria;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
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

    /**
     * Counting stops here. Mostly one of the indexes has ended by the first; where none has, a longer look tells a rare type from a frequent
     * actor, and costs less than a millisecond.
     */
    private static final long LONGEST_LOOK = 8_192;

    private static final long[] COUNTED = {128, LONGEST_LOOK};

    private final DSLContext dsl;
    private final Layout layout;
    private final Statements sql;
    private final EventRows rows;
    private final Dictionary dictionary;
    private final TimeBlocks blocks;
    private final Horizon horizon;
    private final Map<Shape, String> pages = new ConcurrentHashMap<>();
    private final Frequent frequent = new Frequent();
    private final Map<Source.Kind, String> counts = new ConcurrentHashMap<>();

    Planner(Dialect dialect, Statements sql, EventRows rows, Dictionary dictionary, TimeBlocks blocks) {
        this.dsl = dialect.sql();
        this.layout = dialect.layout();
        this.sql = sql;
        this.rows = rows;
        this.dictionary = dictionary;
        this.blocks = blocks;
        this.horizon = new Horizon(dsl, layout, sql);
    }

    /** One alternative: the sources to walk, each with what remains to be filtered. */
    private record Way(List<? extends Source> sources, Filter filter) {

        /** Whether it leads along the whole log, and so past what any other way leads to. */
        boolean isWhole() {
            return sources.contains(new Source.Log());
        }
    }

    Merge plan(Reading reading, Query query, Range range) throws SQLException {
        List<List<Walk>> legs =
                range.limit() == 0 ? List.of() : reading.ask(session -> legs(session, reading, query, range));
        return new Merge(legs, range.isForwards(), range.limit());
    }

    private List<List<Walk>> legs(Session session, Reading reading, Query query, Range range) throws SQLException {
        Ground ground = Ground.of(session, sql, blocks, range);
        List<Way> ways = ways(session, query, range, ground);
        Set<Source> sources = new HashSet<>();
        ways.forEach(way -> sources.addAll(way.sources));
        List<Span> legs =
                sources.size() > 1 ? horizon.look(session, sources, ground.hull(), range) : List.of(Ground.EVERYWHERE);
        // Where it is not known what the page takes of each, each is asked for its share first.
        int share = legs.size() > 1 ? 1 : sources.size();
        List<List<Walk>> walks = new ArrayList<>();
        for (Span leg : legs) {
            walks.add(walks(session, reading, ways, ground.within(leg), share));
        }
        return walks;
    }

    private List<Way> ways(Session session, Query query, Range range, Ground ground) throws SQLException {
        List<Way> ways = new ArrayList<>();
        for (Criteria criteria : query.anyOf()) {
            Way way = way(session, new Terms(session, dictionary, criteria), query, range, ground);
            if (way.isWhole()) {
                return List.of(way);
            }
            ways.add(way);
        }
        return ways;
    }

    private List<Walk> walks(Session session, Reading reading, List<Way> ways, Ground ground, int share)
            throws SQLException {
        List<Walk> walks = new ArrayList<>();
        for (Way way : ways) {
            for (Source source : way.sources) {
                String page =
                        pages.computeIfAbsent(way.filter.shape(source), shape -> dsl.render(shape.page(dsl, layout)));
                walks.add(new Walk(reading, rows, page, source, way.filter, ground.spans(session, source), share));
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
        for (int look = 0; candidates.size() > 1 && look < COUNTED.length; look++) {
            long most = COUNTED[look];
            long fewest = Long.MAX_VALUE;
            for (List<? extends Source> candidate : candidates) {
                long entries = entries(session, candidate, ground, most);
                if (entries < fewest) {
                    fewest = entries;
                    best = candidate;
                }
            }
            if (fewest < most) {
                break;
            }
        }
        return new Way(best, terms.without(best, query, range));
    }

    private long entries(Session session, List<? extends Source> sources, Ground ground, long most)
            throws SQLException {
        long entries = 0;
        for (Source source : sources) {
            Span hull = ground.hull(session, source);
            if (frequent.isKnown(source, hull)) {
                return most;
            }
            entries += hull.isEmpty() ? 0 : count(session, source, hull, most - entries);
            if (entries >= most) {
                break;
            }
        }
        return entries;
    }

    private long count(Session session, Source source, Span hull, long most) throws SQLException {
        PreparedStatement statement = session.prepare(
                counts.computeIfAbsent(source.kind(), kind -> dsl.render(Shape.count(dsl, layout, kind))));
        var unused = source.bind(statement, 1, hull, most);
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            long entries = row.getLong(1);
            if (entries >= LONGEST_LOOK) {
                frequent.learn(source, new Span(hull.behind(), row.getLong(2)));
            }
            return entries;
        }
    }

    /** After a failure the database may be another one, restored from a backup. */
    void forget() {
        frequent.forget();
    }
}
