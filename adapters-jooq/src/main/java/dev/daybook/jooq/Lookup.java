package dev.daybook.jooq;

import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Condition;
import dev.daybook.ports.log.Criteria;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Questions to the log that are asked within one session: what the checks of an append need, single events, and aggregates. */
final class Lookup {

    /** A label, and the position behind which it is looked for. */
    private record Mark(String label, long behind) {}

    private final Statements sql;
    private final EventRows rows;
    private final Planner planner;

    Lookup(Statements sql, EventRows rows, Planner planner) {
        this.sql = sql;
        this.rows = rows;
        this.planner = planner;
    }

    Optional<StoredEvent> byId(Session session, UUID id) throws SQLException {
        PreparedStatement statement = session.prepare(sql.eventById);
        statement.setBytes(1, EventRows.bytes(id));
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.of(rows.read(session, row)) : Optional.empty();
        }
    }

    List<String> aggregates(Session session, String afterId, int limit) throws SQLException {
        PreparedStatement statement = session.prepare(sql.aggregatesBehind);
        statement.setString(1, afterId);
        statement.setLong(2, limit);
        List<String> ids = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                ids.add(row.getString(1));
            }
        }
        return ids;
    }

    /**
     * Of conditions, those that are shown to be met by the labels that are known, and by the index of labels alone. All are looked
     * for at once and no event is read, since nearly always that is the end of it; what is left open, {@link #firstMatch} tells.
     */
    Set<Condition.NoneMatching> met(Session session, RecentLabels recent, List<Condition.NoneMatching> conditions)
            throws SQLException {
        Set<Mark> found = new HashSet<>();
        Set<Mark> unknown = new LinkedHashSet<>();
        for (Condition.NoneMatching condition : conditions) {
            for (Criteria criteria : condition.query().anyOf()) {
                for (Mark mark : marks(criteria, condition.position())) {
                    if (recent.isBehind(mark.label, mark.behind)) {
                        found.add(mark);
                    } else if (!recent.isCompleteBehind(mark.behind)) {
                        unknown.add(mark);
                    }
                }
            }
        }
        addFound(session, unknown, found);
        Set<Condition.NoneMatching> met = new HashSet<>(conditions);
        met.removeIf(condition -> condition.query().anyOf().stream()
                .anyMatch(criteria -> found.containsAll(marks(criteria, condition.position()))));
        return met;
    }

    /** What the index has for every event that meets the criteria; nothing, if they name no label. */
    private static List<Mark> marks(Criteria criteria, long behind) {
        return Labels.of(criteria.tags(), criteria.metadata()).stream()
                .map(label -> new Mark(label, behind))
                .toList();
    }

    private void addFound(Session session, Set<Mark> asked, Set<Mark> found) throws SQLException {
        for (List<Mark> some : Padding.slices(asked)) {
            PreparedStatement statement = session.prepare(sql.labelsBehind(some.size()));
            int index = 0;
            for (Mark mark : some) {
                statement.setString(++index, mark.label);
                statement.setLong(++index, mark.behind);
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(some.get(row.getInt(1)));
                }
            }
        }
    }

    /** The first position behind another that matches, 0 for none. */
    long firstMatch(Session session, Query query, long after) throws SQLException {
        StoredEvent first = planner.plan(
                        Reading.with(session), query, Range.all().after(after).limit(1))
                .next();
        return first == null ? 0 : first.position();
    }

    /** The first events behind a position that match, up to another. */
    List<StoredEvent> behind(Session session, Query query, long after, long upTo, int limit) throws SQLException {
        Merge events = planner.plan(
                Reading.with(session),
                query,
                Range.all().after(after).upTo(upTo).limit(limit));
        List<StoredEvent> found = new ArrayList<>();
        for (StoredEvent event = events.next(); event != null; event = events.next()) {
            found.add(event);
        }
        return found;
    }
}
