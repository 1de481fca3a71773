package dev.daybook.jooq;

import dev.daybook.ports.event.EventType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the leader remembers of the log from one group to the next, so that an append need not ask for it. True only as long as
 * the head is where it was left: whoever else has appended in between makes it forget. Used under the log's lock alone.
 */
final class LogState {

    private static final int AGGREGATES = 1 << 14;

    /** What a dictionary entry of a type is found by. */
    record TypeKey(EventType type, String contentType) {}

    private final Statements sql;
    private final Map<String, AggregateHead> aggregates = new LinkedHashMap<>(AGGREGATES, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, AggregateHead> eldest) {
            return size() > AGGREGATES;
        }
    };
    private final Map<TypeKey, Long> types = new HashMap<>();
    private final RecentLabels labels = new RecentLabels();

    private long head = -1;
    private long lastRecorded = Long.MIN_VALUE;
    private long lastAggregate;
    private long lastType;
    private BlockSpan openBlock = BlockSpan.EMPTY;

    LogState(Statements sql) {
        this.sql = sql;
    }

    /** Whether it remembers anything. */
    boolean isKnown() {
        return head >= 0;
    }

    long head() {
        return head;
    }

    long lastRecorded() {
        return lastRecorded;
    }

    long lastAggregate() {
        return lastAggregate;
    }

    long lastType() {
        return lastType;
    }

    RecentLabels labels() {
        return labels;
    }

    BlockSpan openBlock() {
        return openBlock;
    }

    /** Begins a transaction under the log's lock, and brings this up to what the log has now. */
    void begin(Dialect dialect, Session session) throws SQLException {
        refresh(session, dialect.begin(session, sql.head));
    }

    /** Brings this up to what the log has now, within a transaction that holds the log's lock. */
    void refresh(Session session) throws SQLException {
        refresh(session, session.prepare(sql.head).executeQuery());
    }

    private void refresh(Session session, ResultSet newest) throws SQLException {
        long found = 0;
        long recorded = Long.MIN_VALUE;
        try (ResultSet row = newest) {
            if (row.next()) {
                found = row.getLong(1);
                recorded = row.getLong(2);
            }
        }
        if (found != head) {
            forget();
            lastAggregate = session.number(sql.lastAggregate, 0);
            lastType = session.number(sql.lastType, 0);
            openBlock = readSpan(session, sql, BlockSpan.before(found / BlockSpan.SIZE), found);
            lastRecorded = recorded;
            head = found;
            labels.reset(head);
        }
    }

    /** After a failure nothing is certain any more. */
    void forget() {
        head = -1;
        aggregates.clear();
        types.clear();
    }

    @Nullable
    AggregateHead aggregate(Session session, String id) throws SQLException {
        AggregateHead known = aggregates.get(id);
        if (known == null) {
            known = readAggregate(session, id);
            if (known != null) {
                aggregates.put(id, known);
            }
        }
        return known;
    }

    /** The number of a type, 0 if it has none yet. */
    long type(Session session, TypeKey key) throws SQLException {
        Long known = types.get(key);
        if (known == null) {
            known = session.number(sql.typeKey, 0, key.type().name(), key.type().version(), key.contentType());
            if (known != 0) {
                types.put(key, known);
            }
        }
        return known;
    }

    /** Takes over what has been committed. */
    void accept(Draft draft) {
        head = draft.head();
        lastRecorded = draft.recordedMicros();
        lastAggregate = draft.lastAggregate();
        lastType = draft.lastType();
        openBlock = draft.openBlock();
        aggregates.putAll(draft.aggregates());
        types.putAll(draft.newTypes());
        labels.add(draft.rows());
    }

    /** The times of the events behind a position, up to another. */
    static BlockSpan readSpan(Session session, Statements sql, long behind, long upTo) throws SQLException {
        if (upTo <= behind) {
            return BlockSpan.EMPTY;
        }
        PreparedStatement statement = session.prepare(sql.openBlock);
        statement.setLong(1, behind);
        statement.setLong(2, upTo);
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return new BlockSpan(row.getLong(1), row.getLong(2), row.getLong(3));
        }
    }

    private @Nullable AggregateHead readAggregate(Session session, String id) throws SQLException {
        PreparedStatement statement = session.prepare(sql.aggregateHead);
        statement.setString(1, id);
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? new AggregateHead(row.getLong(1), row.getLong(2)) : null;
        }
    }
}
