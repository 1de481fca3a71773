package dev.daybook.jooq;

import dev.daybook.ports.log.Range;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where in the log a range can have events: stretches of positions, in the order in which they are read, and bounds of the
 * sequence.
 */
final class Ground {

    static final Span EVERYWHERE = new Span(0, Long.MAX_VALUE);

    private final Statements sql;
    private final Range range;
    private final List<Span> stretches;
    private final Map<Source.Aggregate, Span> sequences = new HashMap<>();

    private Ground(Statements sql, Range range, List<Span> stretches) {
        this.sql = sql;
        this.range = range;
        this.stretches = stretches;
    }

    static Ground of(Session session, Statements sql, TimeBlocks blocks, Range range) throws SQLException {
        Span bounds = new Span(range.afterPosition(), range.toPosition());
        boolean everRecorded = range.recorded().isAlways();
        boolean everHappened = range.timestamps().isAlways();
        if (everRecorded && everHappened) {
            return new Ground(sql, range, List.of(bounds));
        }
        long head = session.number(sql.head, 0);
        bounds = bounds.and(new Span(0, head));
        if (!everRecorded) {
            bounds = bounds.and(blocks.recorded(session, range.recorded(), head));
        }
        List<Span> spans = everHappened ? List.of(EVERYWHERE) : blocks.happened(session, range.timestamps(), head);
        return new Ground(sql, range, range.isForwards() ? spans : spans.reversed()).within(bounds);
    }

    /** What of it lies within some positions. */
    Ground within(Span positions) {
        List<Span> within = new ArrayList<>();
        for (Span stretch : stretches) {
            within.add(stretch.and(positions));
        }
        within.removeIf(Span::isEmpty);
        return new Ground(sql, range, within);
    }

    /** Where to walk a source. */
    List<Span> spans(Session session, Source source) throws SQLException {
        return source instanceof Source.Aggregate ? List.of(hull(session, source)) : stretches;
    }

    /** From the first to the last place where to walk. */
    Span hull() {
        if (stretches.isEmpty()) {
            return new Span(0, 0);
        }
        long behind =
                Math.min(stretches.getFirst().behind(), stretches.getLast().behind());
        long upTo = Math.max(stretches.getFirst().upTo(), stretches.getLast().upTo());
        return new Span(behind, upTo);
    }

    /** From the first to the last place where to walk a source. */
    Span hull(Session session, Source source) throws SQLException {
        Span positions = hull();
        if (positions.isEmpty() || !(source instanceof Source.Aggregate aggregate)) {
            return positions;
        }
        // It is asked for to choose an index, and again to walk the chosen one.
        Span known = sequences.get(aggregate);
        if (known == null) {
            known = sequences(session, aggregate, positions);
            sequences.put(aggregate, known);
        }
        return known;
    }

    /** The sequences of an aggregate that lie within positions: both grow together. */
    private Span sequences(Session session, Source.Aggregate aggregate, Span positions) throws SQLException {
        Span asked = new Span(range.fromSequence() - 1, range.toSequence());
        if (positions.equals(EVERYWHERE)) {
            return asked;
        }
        long behind = lastUpTo(session, aggregate, positions.behind(), 0);
        return asked.and(new Span(behind, lastUpTo(session, aggregate, positions.upTo(), behind)));
    }

    /** The last sequence at or below a position, and not below another sequence. */
    private long lastUpTo(Session session, Source.Aggregate aggregate, long position, long low) throws SQLException {
        if (position == 0 || position == Long.MAX_VALUE) {
            return position;
        }
        return session.number(sql.sequenceUpTo, low, low, aggregate.key(), position, position, aggregate.key());
    }
}
