package dev.daybook.core.audit;

import dev.daybook.core.aggregate.Aggregate;
import dev.daybook.core.context.Context;
import dev.daybook.core.context.Envelopes;
import dev.daybook.core.fold.Fold;
import dev.daybook.core.replay.Replay;
import dev.daybook.core.repository.Repository;
import dev.daybook.core.repository.RepositoryParts;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.export.ExportWriter;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.EventLog;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.log.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The log as an audit trail, also for services that are not event-sourced. Safe for concurrent use.
 *
 * <p>Reading throws a {@link dev.daybook.ports.storage.StorageException} if the engine cannot do its work; {@link #record} never
 * throws anything.
 */
public final class AuditTrail implements AutoCloseable {

    private final RepositoryParts parts;
    private final EventLog log;
    private final AuditRecorder recorder;
    private final AuditReader reader;
    private final AuditStatistics statistics;

    /**
     * From what all services on one log share.
     *
     * @param parts ports and settings
     * @param settings how it records
     */
    public AuditTrail(RepositoryParts parts, AuditSettings settings) {
        this.parts = parts;
        this.log = parts.storage().log();
        Envelopes envelopes = new Envelopes(parts.events(), parts.clock(), parts.ids());
        this.recorder = new AuditRecorder(envelopes, log, parts.clock(), settings);
        this.reader = new AuditReader(log, parts.events(), settings.descriptions());
        this.statistics = new AuditStatistics(parts);
    }

    /**
     * Records what happened. Never throws and never waits for the storage: the event gets its id, its time and its content now,
     * and is written soon, in the order of the calls. What cannot be stored is counted, logged with the event's identity, and seen
     * in {@link #health}. What is not yet written when the process dies is lost; {@link #flush} and {@link #close} write it.
     *
     * @param event an instance of a registered class
     * @param aggregateId names the stream it belongs to, such as {@code order_123}
     * @param context who did it, why and when; a sequence it expects is not looked at
     */
    public void record(Object event, String aggregateId, Context context) {
        recorder.record(event, aggregateId, context);
    }

    /**
     * Waits until everything recorded before this call is written or lost.
     *
     * @param atMost how long to wait
     * @return false if it took longer, or the thread was interrupted, whose status stays set
     */
    public boolean flush(Duration atMost) {
        return recorder.flush(atMost);
    }

    /**
     * How recording goes.
     *
     * @return the figures at this moment
     */
    public AuditHealth health() {
        return recorder.health();
    }

    /**
     * One page of what is asked for. Going on from its cursor gives every other event once, whatever is appended meanwhile. A text
     * is searched for through all events the rest of the filter leaves.
     *
     * @param filter which events, in which order, which page
     * @return the entries
     * @throws IllegalArgumentException if the limit is above {@link AuditFilter#MOST_PER_PAGE}, or the cursor is none of this
     *     order
     */
    public Page find(AuditFilter filter) {
        return reader.find(filter);
    }

    /**
     * One page for somebody who may not see everything, nor search for as long as he likes: for a text, or for what is two things at once,
     * such as a type and an actor, so that no index alone leads to it. A page can then have fewer entries than asked for, even none, and
     * still tell how to go on: from the position that was looked at last.
     *
     * @param filter which events, in which order, which page
     * @param seen what of an event may be seen: a text is looked for in that, so that finding tells nothing about the rest; the entries
     *     hold the events as they are
     * @param patience how long is searched, roughly; at least one event is looked at
     * @return the entries
     * @throws IllegalArgumentException if the limit is above {@link AuditFilter#MOST_PER_PAGE}, or the cursor is none of this
     *     order
     */
    public Page find(AuditFilter filter, UnaryOperator<StoredEvent> seen, Duration patience) {
        return reader.find(filter, seen, patience);
    }

    /**
     * Everything that happened to one aggregate, oldest first, in constant memory.
     *
     * @param aggregateId the aggregate
     * @return a sequential stream, to be closed
     */
    public Stream<AuditEntry> replay(String aggregateId) {
        return reader.replay(aggregateId);
    }

    /**
     * What an aggregate was, by what had happened by then.
     *
     * @param aggregate folds its events; best the same object at every call, for which past states are kept
     * @param id the aggregate
     * @param moment compared with each event's timestamp; what happened at it belongs to it
     * @param <S> the state
     * @return the state
     * @throws dev.daybook.core.replay.ReplayException if an event cannot be folded
     */
    public <S> S stateAt(Aggregate<?, S, ?, ?> aggregate, String id, Instant moment) {
        return new Repository<>(aggregate, parts).asOf(id, moment).state();
    }

    /**
     * What any fold makes of an aggregate, by what had happened by then.
     *
     * @param fold folds its events
     * @param eventClass what every event of the aggregate is an instance of
     * @param id the aggregate
     * @param moment compared with each event's timestamp; what happened at it belongs to it
     * @param <S> the state
     * @param <E> the events
     * @return the state
     * @throws dev.daybook.core.replay.ReplayException if an event cannot be folded
     */
    public <S, E> S stateAt(Fold<S, E> fold, Class<E> eventClass, String id, Instant moment) {
        long started = System.nanoTime();
        Replay<S, E> replay = new Replay<>(fold, eventClass, parts.events());
        S state = replay.initial();
        try (EventCursor events = log.read(Query.aggregate(id), Range.all().happened(TimeSpan.until(moment)))) {
            while (events.hasNext()) {
                state = replay.apply(state, events.next());
            }
        }
        parts.loads().countSince(started);
        return state;
    }

    /**
     * The trail in figures. A call folds what is new since the last one, and the first what is new since the log was last closed
     * or had grown by a tenth.
     *
     * @return the figures at this moment
     */
    public Statistics statistics() {
        return statistics.now();
    }

    /**
     * Writes what is asked for, as far as it is in the log at the time of the call, in constant memory. Unless the filter says
     * otherwise, the oldest comes first, as an import needs it.
     *
     * @param filter which events, in which order; without a limit, all of them
     * @param writer writes a format; stays open
     * @return how many events were written
     */
    public long export(AuditFilter filter, ExportWriter writer) {
        return export(filter, UnaryOperator.identity(), writer);
    }

    /**
     * The same for somebody who may not see everything.
     *
     * @param filter which events, in which order; without a limit, all of them
     * @param seen what of an event may be seen: a text is looked for in that; the writer is given the events as they are
     * @param writer writes a format; stays open
     * @return how many events were written
     */
    public long export(AuditFilter filter, UnaryOperator<StoredEvent> seen, ExportWriter writer) {
        return reader.export(filter, seen, writer);
    }

    /**
     * An event as this trail shows it.
     *
     * @param event an event of the log
     * @return the event, decoded as far as possible, with its description
     */
    public AuditEntry show(StoredEvent event) {
        return reader.show(event);
    }

    /** Takes no more events, and writes what is recorded; what is not written in time is lost, and said to be. */
    @Override
    public void close() {
        recorder.close();
        statistics.close();
    }
}
