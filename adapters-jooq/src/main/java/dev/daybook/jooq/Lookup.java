package dev.daybook.jooq;

import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** What the checks of an append ask the log, within the transaction that appends. */
final class Lookup {

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

    /** The first position behind another that matches, 0 for none. */
    long firstMatch(Session session, Query query, long after) throws SQLException {
        StoredEvent first = planner.plan(
                        Reading.with(session), query, Range.all().after(after).limit(1))
                .next();
        return first == null ? 0 : first.position();
    }
}
