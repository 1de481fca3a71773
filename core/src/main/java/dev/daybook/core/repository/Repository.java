package dev.daybook.core.repository;

import dev.daybook.core.aggregate.Aggregate;
import dev.daybook.core.context.Context;
import dev.daybook.core.context.Envelopes;
import dev.daybook.core.journal.Journal;
import dev.daybook.core.replay.EventClasses;
import dev.daybook.core.replay.Replay;
import dev.daybook.core.snapshot.Fingerprint;
import dev.daybook.core.snapshot.FoldSnapshots;
import dev.daybook.ports.log.EventLog;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs one kind of aggregate on a log. Safe for concurrent use; calls block and suit virtual threads.
 *
 * <p>Every call throws a {@link dev.daybook.ports.storage.StorageException} if the engine cannot do its work, and a
 * {@link dev.daybook.core.replay.ReplayException} if an event in the log cannot be folded.
 *
 * @param <C> the commands
 * @param <S> the state
 * @param <E> the events
 * @param <R> why a command is rejected
 */
public final class Repository<C, S, E, R> {

    private final Aggregate<C, S, E, R> aggregate;
    private final EventLog log;
    private final Replay<S, E> replay;
    private final Loader<S, E> loader;
    private final Decisions<S, E> decisions;
    private final Snapshotter<S> snapshotter;
    private final PointInTime<S, E> past;
    private final Execution<C, S, E, R> execution;

    /**
     * From what all repositories of one log share.
     *
     * @param aggregate the rules
     * @param parts ports and settings
     * @throws dev.daybook.ports.codec.UnknownEventException if one of the aggregate's event classes is not registered
     */
    public Repository(Aggregate<C, S, E, R> aggregate, RepositoryParts parts) {
        this(aggregate, parts, null);
    }

    private Repository(Aggregate<C, S, E, R> aggregate, RepositoryParts parts, @Nullable Journal<C> journal) {
        var unused = EventClasses.typeNames(aggregate.eventClass(), parts.events());
        this.aggregate = aggregate;
        this.log = parts.storage().log();
        this.replay = new Replay<>(aggregate, aggregate.eventClass(), parts.events());
        FoldSnapshots<S> snapshots = new FoldSnapshots<>(
                parts.storage().snapshots(),
                parts.states(),
                aggregate.stateClass(),
                Fingerprint.of(aggregate),
                parts.clock(),
                parts.snapshotFaults());
        this.loader = new Loader<>(log, replay, snapshots, parts.loads());
        this.decisions = new Decisions<>(aggregate, new Envelopes(parts.events(), parts.clock(), parts.ids()));
        this.snapshotter = new Snapshotter<>(snapshots, parts.snapshotEvery());
        this.past = new PointInTime<>(aggregate, log, loader, parts.past(), parts.loads());
        this.execution = new Execution<>(
                aggregate, new Journalling<>(log, journal), loader, decisions, snapshotter, parts.attempts());
    }

    /**
     * A repository that keeps every command in a journal, with what became of it. What {@link Batch} decides is not in it.
     *
     * @param aggregate the rules
     * @param parts ports and settings
     * @param journal where commands are kept
     * @param <C> the commands
     * @param <S> the state
     * @param <E> the events
     * @param <R> why a command is rejected
     * @return the repository
     * @throws dev.daybook.ports.codec.UnknownEventException if one of the aggregate's event classes is not registered
     */
    public static <C, S, E, R> Repository<C, S, E, R> journalled(
            Aggregate<C, S, E, R> aggregate, RepositoryParts parts, Journal<C> journal) {
        return new Repository<>(aggregate, parts, journal);
    }

    /**
     * Runs a command: loads the aggregate, decides, and appends what follows on condition that nobody has changed it meanwhile. If
     * somebody has, it is decided anew on what is there now, so many times at most.
     *
     * @param id the aggregate
     * @param command what is asked of it
     * @param context who asks, and what the caller relies on
     * @return stored, nothing to do, rejected or in conflict
     * @throws dev.daybook.ports.storage.LimitExceededException if the events are larger than the storage takes
     * @throws dev.daybook.ports.log.EventIdReusedException if the context gives an event id that another event has
     */
    public ExecuteResult<S, E, R> execute(String id, C command, Context context) {
        return execution.run(id, command, context);
    }

    /**
     * The aggregate as it is: its newest snapshot and what has come since.
     *
     * @param id the aggregate
     * @return its state, the initial one if it has no event
     */
    public Loaded<S> load(String id) {
        return loader.load(id);
    }

    /**
     * The aggregate as it was, by what we know today: everything that had happened by then, also what was recorded later.
     *
     * @param id the aggregate
     * @param moment compared with each event's timestamp; what happened at it belongs to it
     * @return the state from these events, in the order of the log
     */
    public Loaded<S> asOf(String id, Instant moment) {
        return past.happened(id, moment);
    }

    /**
     * The aggregate as it was known: everything that the log had taken by then, whenever it happened.
     *
     * @param id the aggregate
     * @param moment compared with each event's recordedAt; what was recorded at it belongs to it
     * @return the state from these events
     */
    public Loaded<S> asKnown(String id, Instant moment) {
        return past.recorded(id, moment);
    }

    /**
     * The aggregate as it was after one of its events.
     *
     * @param id the aggregate
     * @param sequence the sequence of the last event that counts, 0 for none
     * @return the state from the events up to it, and from all of them where there are fewer
     */
    public Loaded<S> atSequence(String id, long sequence) {
        return past.upTo(id, sequence);
    }

    /**
     * Every event of the aggregate with the state after it, oldest first, in constant memory.
     *
     * @param id the aggregate
     * @return a sequential stream, to be closed
     */
    public Stream<HistoryEntry<S, E>> history(String id) {
        return History.of(log, id, replay);
    }

    /**
     * Takes a snapshot now.
     *
     * @param id the aggregate
     * @return whether there was anything to keep and it could be kept; a failure is counted and logged
     */
    public boolean snapshot(String id) {
        Loaded<S> loaded = loader.load(id);
        return loaded.exists() && snapshotter.take(loaded);
    }

    Aggregate<C, S, E, R> aggregate() {
        return aggregate;
    }

    Loader<S, E> loader() {
        return loader;
    }

    Decisions<S, E> decisions() {
        return decisions;
    }

    Snapshotter<S> snapshotter() {
        return snapshotter;
    }
}
