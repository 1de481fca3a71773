package dev.daybook.core;

import dev.daybook.core.aggregate.Aggregate;
import dev.daybook.core.audit.AuditSettings;
import dev.daybook.core.audit.AuditTrail;
import dev.daybook.core.boundary.Boundary;
import dev.daybook.core.boundary.Decider;
import dev.daybook.core.consumer.ConsumerParts;
import dev.daybook.core.consumer.ConsumerSettings;
import dev.daybook.core.consumer.EventConsumer;
import dev.daybook.core.consumer.Leases;
import dev.daybook.core.consumer.PartitionedConsumer;
import dev.daybook.core.consumer.Work;
import dev.daybook.core.context.Envelopes;
import dev.daybook.core.journal.Journal;
import dev.daybook.core.journal.WhatIf;
import dev.daybook.core.process.CommandHandler;
import dev.daybook.core.process.ProcessManager;
import dev.daybook.core.process.ProcessRunner;
import dev.daybook.core.projection.InlineProjector;
import dev.daybook.core.projection.Projection;
import dev.daybook.core.projection.Projector;
import dev.daybook.core.projection.Versions;
import dev.daybook.core.replay.Timings;
import dev.daybook.core.repository.Batch;
import dev.daybook.core.repository.Repository;
import dev.daybook.core.repository.RepositoryParts;
import dev.daybook.core.snapshot.FoldSnapshots;
import dev.daybook.core.transfer.EventImport;
import dev.daybook.ports.codec.EventCodec;
import dev.daybook.ports.codec.StateCodec;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.storage.Storage;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** One log with everything that runs on it. Safe for concurrent use. */
public final class Daybook implements AutoCloseable {

    /**
     * The more events a batch has, the fewer rows are written for each; nothing outside of the log is done twice after a crash. Half of the
     * rows that one step may have: the last event can change several, and the first step says what has built the view.
     */
    private static final ConsumerSettings FOR_VIEWS =
            ConsumerSettings.standard().withBatch(5_000);

    private final RepositoryParts parts;
    private final AuditTrail auditTrail;
    private final ConsumerParts consumers;
    private final @Nullable Storage owned;

    Daybook(RepositoryParts parts, AuditSettings audit, @Nullable Storage owned) {
        this.parts = parts;
        this.auditTrail = new AuditTrail(parts, audit);
        this.consumers = new ConsumerParts(
                parts.storage(), parts.states(), new Leases(parts.storage().consumers()), parts.clock());
        this.owned = owned;
    }

    /**
     * On a storage and a codec for both events and states.
     *
     * @param storage keeps the log and its snapshots; stays the caller's to close unless {@link DaybookBuilder#closesStorage} is said
     * @param codec writes and reads events and states
     * @param <C> the codec
     * @return a builder with the usual settings
     */
    public static <C extends EventCodec & StateCodec> DaybookBuilder builder(Storage storage, C codec) {
        return new DaybookBuilder(storage, codec, codec);
    }

    /**
     * On a storage and two codecs.
     *
     * @param storage keeps the log and its snapshots; stays the caller's to close unless {@link DaybookBuilder#closesStorage} is said
     * @param events writes and reads events
     * @param states writes and reads states
     * @return a builder with the usual settings
     */
    public static DaybookBuilder builder(Storage storage, EventCodec events, StateCodec states) {
        return new DaybookBuilder(storage, events, states);
    }

    /**
     * Runs one kind of aggregate. Make one and keep it.
     *
     * @param aggregate the rules
     * @param <C> the commands
     * @param <S> the state
     * @param <E> the events
     * @param <R> why a command is rejected
     * @return its repository
     * @throws dev.daybook.ports.codec.UnknownEventException if one of the aggregate's event classes is not registered
     */
    public <C, S, E, R> Repository<C, S, E, R> repository(Aggregate<C, S, E, R> aggregate) {
        return new Repository<>(aggregate, parts);
    }

    /**
     * The journal of one kind of commands.
     *
     * @param commandClass the sealed interface above them, or the one record; registered with the codec as events are
     * @param <C> the commands
     * @return the journal, for {@link #repository(Aggregate, Journal)} and to read
     */
    public <C> Journal<C> journal(Class<C> commandClass) {
        return new Journal<>(commandClass, parts.events(), parts.storage().log(), envelopes(), parts.ids());
    }

    /**
     * Runs one kind of aggregate, and keeps every command in a journal with what became of it, also of those that are rejected. Make one
     * and keep it.
     *
     * @param aggregate the rules
     * @param journal where commands are kept
     * @param <C> the commands
     * @param <S> the state
     * @param <E> the events
     * @param <R> why a command is rejected
     * @return its repository
     * @throws dev.daybook.ports.codec.UnknownEventException if one of the aggregate's event classes is not registered
     */
    public <C, S, E, R> Repository<C, S, E, R> repository(Aggregate<C, S, E, R> aggregate, Journal<C> journal) {
        return Repository.journalled(aggregate, parts, journal);
    }

    /**
     * Asks other rules what they would have answered to the commands of a journal.
     *
     * @param rules today's, or such as may come
     * @param journal the commands
     * @param <C> the commands
     * @param <S> the state
     * @param <E> the events
     * @param <R> why a command is rejected
     * @return a what-if run, which only reads
     */
    public <C, S, E, R> WhatIf<C, S, E, R> whatIf(Aggregate<C, S, E, R> rules, Journal<C> journal) {
        return new WhatIf<>(rules, journal, parts.storage().log(), parts.events());
    }

    /**
     * What it runs on.
     *
     * @return the storage, which is to be closed as was said when this was built
     */
    public Storage storage() {
        return parts.storage();
    }

    /**
     * What writes and reads its events.
     *
     * @return the codec of events
     */
    public EventCodec events() {
        return parts.events();
    }

    /**
     * What writes and reads states.
     *
     * @return the codec of states
     */
    public StateCodec states() {
        return parts.states();
    }

    /**
     * What counts how long loads and replays take in this process, for who folds without a repository.
     *
     * @return the timings that the statistics of the audit trail tell
     */
    public Timings replayTimings() {
        return parts.loads();
    }

    /**
     * The snapshots of a fold that no repository runs. Those that cannot be used are counted as a repository's are.
     *
     * @param stateClass the class of the fold's states
     * @param fingerprint identifies the fold, see {@link dev.daybook.core.snapshot.Fingerprint}
     * @param <S> the fold's state
     * @return takes and finds them
     */
    public <S> FoldSnapshots<S> snapshots(Class<S> stateClass, String fingerprint) {
        return new FoldSnapshots<>(
                parts.storage().snapshots(),
                parts.states(),
                stateClass,
                fingerprint,
                parts.clock(),
                parts.snapshotFaults());
    }

    private Envelopes envelopes() {
        return new Envelopes(parts.events(), parts.clock(), parts.ids());
    }

    /**
     * Runs decisions that span aggregates. Make one and keep it.
     *
     * @param rules what is decided, and on what it relies
     * @param <C> the commands
     * @param <S> what a decision has to know
     * @param <E> the events
     * @param <R> why a command is rejected
     * @return its decider
     */
    public <C, S, E, R> Decider<C, S, E, R> decider(Boundary<C, S, E, R> rules) {
        return new Decider<>(rules, parts.storage().log(), parts.events(), envelopes(), parts.attempts());
    }

    /**
     * The log as an audit trail.
     *
     * @return the one audit trail of this object; closed with it
     */
    public AuditTrail auditTrail() {
        return auditTrail;
    }

    /**
     * Many decisions in one append, with the states of 10,000 aggregates kept from one commit to the next.
     *
     * @return an empty batch
     */
    public Batch batch() {
        return batch(10_000);
    }

    /**
     * Many decisions in one append.
     *
     * @param statesKept of how many aggregates the state is kept in memory from one commit to the next
     * @return an empty batch
     */
    public Batch batch(int statesKept) {
        return new Batch(parts, statesKept);
    }

    /**
     * Takes events from elsewhere.
     *
     * @return an import into this log
     */
    public EventImport eventImport() {
        return new EventImport(parts.storage().log());
    }

    /**
     * A consumer of the log, not started yet. It stays the caller's to close, before this.
     *
     * @param name its name, by which its checkpoint is kept
     * @param query which events it is given
     * @param work what it does with them
     * @param settings how it works
     * @return the consumer
     */
    public EventConsumer consumer(String name, Query query, Work work, ConsumerSettings settings) {
        return new EventConsumer(name, query, work, settings, consumers);
    }

    /**
     * Follows the log with several consumers at a time, each with a share of the aggregates, in as many processes as start it.
     *
     * @param name its name, by which its checkpoints are kept: any Unicode text of 1 to 200 characters
     * @param partitions into how many shares aggregates are put, 1 to 256; the same for good
     * @param query which events it is given
     * @param works what a partition does with them, by its number from 1
     * @param settings how each partition works
     * @return a consumer, to be started
     * @throws IllegalArgumentException if the name is empty or not Unicode text, or the number is out of bounds
     */
    public PartitionedConsumer consumers(
            String name, int partitions, Query query, IntFunction<Work> works, ConsumerSettings settings) {
        return new PartitionedConsumer(name, partitions, query, works, settings, consumers);
    }

    /**
     * Keeps a projection's view, not started yet. It stays the caller's to close, before this.
     *
     * @param projection the fold
     * @param <S> the state of a key
     * @param <E> the events
     * @return its projector, with the usual settings
     * @throws dev.daybook.ports.codec.UnknownEventException if one of its event classes is not registered
     */
    public <S, E> Projector<S, E> projector(Projection<S, E> projection) {
        return new Projector<>(projection, parts.events(), FOR_VIEWS, consumers);
    }

    /**
     * Keeps a projection's view inline, not started yet: each append of this process changes it in its own transaction. It stays the
     * caller's to close, before this.
     *
     * @param projection the fold
     * @param <S> the state of a key
     * @param <E> the events
     * @return its projector
     * @throws dev.daybook.ports.codec.UnknownEventException if one of its event classes is not registered
     */
    public <S, E> InlineProjector<S, E> inlineProjector(Projection<S, E> projection) {
        return new InlineProjector<>(projection, parts.events(), consumers);
    }

    /**
     * Keeps several versions of one view, of which one is served, not started yet. They stay the caller's to close, before this.
     *
     * @param versions projections of one name, each of another version
     * @param <S> the state of a key, or what the states of all versions have in common
     * @return the versions, with the usual settings
     * @throws IllegalArgumentException if there is none, they have not all one name, or two have one version
     * @throws dev.daybook.ports.codec.UnknownEventException if one of their event classes is not registered
     */
    public <S> Versions<S> versions(List<? extends Projection<? extends S, ?>> versions) {
        return new Versions<>(versions, parts.events(), FOR_VIEWS, consumers);
    }

    /**
     * Runs a process manager, not started yet. It stays the caller's to close, before this.
     *
     * @param manager the rules
     * @param handler carries out its commands, usually by repositories
     * @param settings how it works
     * @param <S> the state of a process
     * @param <E> the events
     * @param <C> the commands
     * @return its runner
     * @throws IllegalArgumentException if an event class has no records, there is none, or the name is empty or too long
     * @throws dev.daybook.ports.codec.UnknownEventException if one of its event classes is not registered
     */
    public <S, E, C> ProcessRunner<S, C> process(
            ProcessManager<S, E, C> manager, CommandHandler<C> handler, ConsumerSettings settings) {
        return ProcessRunner.of(manager, handler, parts.events(), parts.ids(), settings, consumers);
    }

    /** Writes what the audit trail has recorded. The storage stays open unless it was given away to be closed. */
    @Override
    public void close() {
        auditTrail.close();
        consumers.leases().close();
        if (owned != null) {
            owned.close();
        }
    }
}
