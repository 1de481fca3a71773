package dev.daybook.jooq;

import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.event.Timestamps;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.snapshot.Snapshot;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one group is going to write: the log's state, and on top of it what the group's requests have added so far. Nothing of it
 * is true before the commit.
 */
final class Draft {

    /** An event with the numbers that stand for its aggregate and type. */
    record Row(StoredEvent event, long aggregate, long type) {}

    /** The times of a block that the group has filled. */
    record FullBlock(long block, BlockSpan span) {}

    private final LogState state;
    private final Session session;
    private final Lookup lookup;
    private final Instant recordedAt;

    private final List<Row> rows = new ArrayList<>();
    private final List<Snapshot> snapshots = new ArrayList<>();
    private final List<FullBlock> fullBlocks = new ArrayList<>();
    private final Map<UUID, StoredEvent> byId = new HashMap<>();
    private final Map<String, AggregateHead> aggregates = new HashMap<>();
    private final Map<String, Long> newAggregates = new LinkedHashMap<>();
    private final Map<LogState.TypeKey, Long> newTypes = new LinkedHashMap<>();

    private long head;
    private long lastAggregate;
    private long lastType;
    private BlockSpan openBlock;

    Draft(LogState state, Session session, Lookup lookup, Instant now) {
        this.state = state;
        this.session = session;
        this.lookup = lookup;
        long micros = Math.max(Timestamps.toMicros(Timestamps.normal(now)), state.lastRecorded());
        recordedAt = Timestamps.ofMicros(micros);
        head = state.head();
        lastAggregate = state.lastAggregate();
        lastType = state.lastType();
        openBlock = state.openBlock();
    }

    long sequenceOf(String aggregateId) throws SQLException {
        AggregateHead found = aggregate(aggregateId);
        return found == null ? 0 : found.sequence();
    }

    /** Whether an id is among those this group adds. */
    boolean adds(UUID id) {
        return byId.containsKey(id);
    }

    /** The event of an id, in the log or added by this group. */
    Optional<StoredEvent> find(UUID id) throws SQLException {
        StoredEvent added = byId.get(id);
        return added != null ? Optional.of(added) : lookup.byId(session, id);
    }

    /** The first position behind another that matches, 0 for none. */
    long firstMatch(Query query, long after) throws SQLException {
        long stored = after >= state.head() ? 0 : lookup.firstMatch(session, query, after);
        if (stored != 0) {
            return stored;
        }
        for (Row row : rows) {
            if (row.event.position() > after && query.matches(row.event)) {
                return row.event.position();
            }
        }
        return 0;
    }

    List<StoredEvent> add(List<NewEvent> events) throws SQLException {
        List<StoredEvent> added = new ArrayList<>(events.size());
        for (NewEvent event : events) {
            added.add(add(event));
        }
        return Collections.unmodifiableList(added);
    }

    void add(Snapshot snapshot) {
        snapshots.add(snapshot);
    }

    boolean isEmpty() {
        return rows.isEmpty() && snapshots.isEmpty();
    }

    List<Row> rows() {
        return rows;
    }

    List<Snapshot> snapshots() {
        return snapshots;
    }

    List<FullBlock> fullBlocks() {
        return fullBlocks;
    }

    Map<String, AggregateHead> aggregates() {
        return aggregates;
    }

    Map<String, Long> newAggregates() {
        return newAggregates;
    }

    Map<LogState.TypeKey, Long> newTypes() {
        return newTypes;
    }

    long head() {
        return head;
    }

    long lastAggregate() {
        return lastAggregate;
    }

    long lastType() {
        return lastType;
    }

    BlockSpan openBlock() {
        return openBlock;
    }

    long recordedMicros() {
        return rows.isEmpty() ? state.lastRecorded() : Timestamps.toMicros(recordedAt);
    }

    private StoredEvent add(NewEvent event) throws SQLException {
        AggregateHead before = aggregate(event.aggregateId());
        AggregateHead after = before == null
                ? new AggregateHead(newAggregate(event.aggregateId()), 1)
                : new AggregateHead(before.key(), before.sequence() + 1);
        aggregates.put(event.aggregateId(), after);
        head++;
        StoredEvent stored = new StoredEvent(head, after.sequence(), recordedAt, event);
        rows.add(new Row(stored, after.key(), type(event)));
        byId.put(event.id(), stored);
        note(event.timestamp());
        return stored;
    }

    private @Nullable AggregateHead aggregate(String id) throws SQLException {
        AggregateHead added = aggregates.get(id);
        return added != null ? added : state.aggregate(session, id);
    }

    private long newAggregate(String id) {
        lastAggregate++;
        newAggregates.put(id, lastAggregate);
        return lastAggregate;
    }

    private long type(NewEvent event) throws SQLException {
        LogState.TypeKey key =
                new LogState.TypeKey(event.type(), event.payload().contentType());
        Long added = newTypes.get(key);
        long found = added != null ? added : state.type(session, key);
        if (found == 0) {
            lastType++;
            newTypes.put(key, lastType);
            return lastType;
        }
        return found;
    }

    private void note(Instant timestamp) {
        openBlock = openBlock.with(Timestamps.toMicros(timestamp), Timestamps.toMicros(recordedAt));
        if (head % BlockSpan.SIZE == 0) {
            fullBlocks.add(new FullBlock(BlockSpan.blockOf(head), openBlock));
            openBlock = BlockSpan.EMPTY;
        }
    }
}
