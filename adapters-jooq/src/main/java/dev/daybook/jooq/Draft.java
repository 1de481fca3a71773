package dev.daybook.jooq;

import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.event.Timestamps;
import dev.daybook.ports.log.Condition;
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
import java.util.Set;
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
    private final InlineGroup inline;
    private final Instant now;
    private final long nowMicros;

    private final List<Row> rows = new ArrayList<>();
    private final List<Snapshot> snapshots = new ArrayList<>();
    private final List<FullBlock> fullBlocks = new ArrayList<>();
    private final Map<UUID, StoredEvent> byId = new HashMap<>();
    private final Map<String, AggregateHead> aggregates = new HashMap<>();
    private final Map<String, Long> newAggregates = new LinkedHashMap<>();
    private final Map<LogState.TypeKey, Long> newTypes = new LinkedHashMap<>();

    /** Conditions that are known to hold in the log, whatever this group adds to it. */
    private Set<Condition.NoneMatching> metByLog = Set.of();

    private long head;
    private long lastAggregate;
    private long lastType;
    private BlockSpan openBlock;
    private long lastRecorded;
    private boolean worked;

    Draft(LogState state, Session session, Lookup lookup, InlineGroup inline, Instant now) {
        this.state = state;
        this.session = session;
        this.lookup = lookup;
        this.inline = inline;
        this.now = now;
        this.nowMicros = Timestamps.toMicros(Timestamps.normal(now));
        head = state.head();
        lastAggregate = state.lastAggregate();
        lastType = state.lastType();
        openBlock = state.openBlock();
        lastRecorded = state.lastRecorded();
    }

    /** Lets one after the other decide what becomes of it, after a look at what all of them depend on. */
    void decide(List<? extends Request<?>> requests) throws SQLException {
        List<Condition.NoneMatching> conditions = new ArrayList<>();
        for (Request<?> request : requests) {
            for (Condition condition : request.conditions()) {
                if (condition instanceof Condition.NoneMatching none && none.position() < state.head()) {
                    conditions.add(none);
                }
            }
        }
        metByLog = lookup.met(session, state.labels(), conditions);
        for (Request<?> request : requests) {
            request.decide(this);
        }
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

    /** The first position that matches what must not be there, 0 for none. */
    long firstMatch(Condition.NoneMatching none) throws SQLException {
        long stored = none.position() >= state.head() || metByLog.contains(none)
                ? 0
                : lookup.firstMatch(session, none.query(), none.position());
        if (stored != 0) {
            return stored;
        }
        for (Row row : rows) {
            if (row.event.position() > none.position() && none.query().matches(row.event)) {
                return row.event.position();
            }
        }
        return 0;
    }

    /**
     * Gives events their place behind what there is, and adds them.
     *
     * @throws dev.daybook.ports.view.InlineViewException if a view that is kept inline cannot follow; nothing is added then
     */
    List<StoredEvent> add(List<NewEvent> events) throws SQLException {
        List<StoredEvent> placed = placed(events);
        addPlaced(placed);
        return placed;
    }

    private List<StoredEvent> placed(List<NewEvent> events) throws SQLException {
        List<StoredEvent> placed = new ArrayList<>(events.size());
        Map<String, Long> sequences = new HashMap<>();
        Instant recordedAt = Timestamps.ofMicros(Math.max(nowMicros, lastRecorded));
        for (NewEvent event : events) {
            Long before = sequences.get(event.aggregateId());
            long sequence = (before == null ? sequenceOf(event.aggregateId()) : before) + 1;
            sequences.put(event.aggregateId(), sequence);
            placed.add(new StoredEvent(head + placed.size() + 1, sequence, recordedAt, event));
        }
        return Collections.unmodifiableList(placed);
    }

    /** Adds events that have their position, sequence and time of recording, and follow on what there is. */
    void addPlaced(List<StoredEvent> events) throws SQLException {
        inline.follow(events);
        for (StoredEvent event : events) {
            AggregateHead before = aggregate(event.aggregateId());
            long key = before == null ? newAggregate(event.aggregateId()) : before.key();
            aggregates.put(event.aggregateId(), new AggregateHead(key, event.sequence()));
            rows.add(new Row(event, key, type(event.event())));
            byId.put(event.id(), event);
            head = event.position();
            lastRecorded = Timestamps.toMicros(event.recordedAt());
            note(event);
        }
    }

    /** Does what needs no more than the transaction itself. */
    <R> R apply(ConsumerRequest.Work<R> work) throws SQLException {
        worked = true;
        return work.apply(session);
    }

    void add(Snapshot snapshot) {
        snapshots.add(snapshot);
    }

    boolean isEmpty() {
        return rows.isEmpty() && snapshots.isEmpty() && !worked && !inline.hasWritten();
    }

    InlineGroup inline() {
        return inline;
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

    /** When it was begun. */
    Instant now() {
        return now;
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
        return lastRecorded;
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

    private void note(StoredEvent event) {
        openBlock = openBlock.with(Timestamps.toMicros(event.timestamp()), lastRecorded);
        if (head % BlockSpan.SIZE == 0) {
            fullBlocks.add(new FullBlock(BlockSpan.blockOf(head), openBlock));
            openBlock = BlockSpan.EMPTY;
        }
    }
}
