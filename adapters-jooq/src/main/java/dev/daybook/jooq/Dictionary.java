package dev.daybook.jooq;

import dev.daybook.ports.event.EventType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * What the numbers in the rows stand for, as far as it is committed: an entry never changes, so that what was learnt once stays
 * true, whoever writes. Bounded in the aggregates; a log has few types.
 */
final class Dictionary {

    /** What kind of event a number stands for. */
    record Kind(EventType type, String contentType) {}

    private record Entry(long key, String id) {}

    /** So that a replay of many aggregates asks for each but once. */
    static final int SLOTS = 1 << 16;

    private final Statements sql;
    private final AtomicReferenceArray<@Nullable Entry> aggregates;
    private final AtomicReferenceArray<@Nullable Entry> aggregatesById;
    private final Map<Long, Kind> kinds = new ConcurrentHashMap<>();

    /** With room for so many aggregates, a power of two. */
    Dictionary(Statements sql, int slots) {
        this.sql = sql;
        aggregates = new AtomicReferenceArray<>(slots);
        aggregatesById = new AtomicReferenceArray<>(slots);
    }

    /** After a failure the database may be another one, restored from a backup. */
    void forget() {
        kinds.clear();
        for (int slot = 0; slot < aggregates.length(); slot++) {
            aggregates.set(slot, null);
            aggregatesById.set(slot, null);
        }
    }

    @Nullable
    String aggregateId(long key) {
        Entry entry = aggregates.get(slot(key));
        return entry != null && entry.key == key ? entry.id : null;
    }

    void learn(long key, String id) {
        aggregates.set(slot(key), new Entry(key, id));
    }

    /** The number of an aggregate, 0 if it has none yet. */
    long aggregateKey(Session session, String id) throws SQLException {
        int slot = slot(id.hashCode());
        Entry known = aggregatesById.get(slot);
        if (known != null && known.id.equals(id)) {
            return known.key;
        }
        long key = session.number(sql.aggregateKey, 0, id);
        if (key != 0) {
            aggregatesById.set(slot, new Entry(key, id));
        }
        return key;
    }

    /** The numbers of the types with one of these names, in whatever version and content type. New ones can come at any time. */
    List<Long> typeKeys(Session session, Collection<String> names) throws SQLException {
        List<Long> keys = new ArrayList<>();
        for (List<String> padded : Padding.slices(names)) {
            PreparedStatement statement = session.prepare(sql.typeKeysByNames(padded.size()));
            for (int i = 0; i < padded.size(); i++) {
                statement.setString(i + 1, padded.get(i));
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    keys.add(row.getLong(1));
                }
            }
        }
        return keys;
    }

    Kind kind(Session session, long key) throws SQLException {
        Kind known = kinds.get(key);
        if (known == null) {
            known = readKind(session, key);
            kinds.put(key, known);
        }
        return known;
    }

    private Kind readKind(Session session, long key) throws SQLException {
        PreparedStatement statement = session.prepare(sql.typeByKey);
        statement.setLong(1, key);
        try (ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                throw new DamagedException("event type " + key + " is not in the dictionary", null);
            }
            return new Kind(type(key, row.getString(1), row.getInt(2)), row.getString(3));
        }
    }

    private static EventType type(long key, String name, int version) throws DamagedException {
        try {
            return new EventType(name, version);
        } catch (RuntimeException e) {
            throw new DamagedException("event type " + key + " of the dictionary cannot be one: " + e.getMessage(), e);
        }
    }

    private int slot(long key) {
        return (int) (key & (aggregates.length() - 1));
    }
}
