package dev.daybook.core.repository;

import dev.daybook.core.context.Context;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.AppendResult;
import dev.daybook.ports.log.Condition;
import dev.daybook.ports.log.EventLog;
import dev.daybook.ports.storage.LimitExceededException;
import dev.daybook.ports.storage.Limits;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Many decisions, of any aggregates, stored by one append or not at all. Each is made on a state that holds what the batch has
 * decided before. A batch goes on after {@link #commit} with the states it has in memory, so that bulk work reads each aggregate
 * once; if somebody else has changed one of them, the commit finds out. For one thread at a time.
 *
 * <p>What one append can take is limited ({@link Limits#eventsPerAppend} and the rest); a decision that would exceed a limit is refused
 * by name, so commit every thousand events or so.
 */
public final class Batch {

    private final EventLog log;
    private final Limits limits;
    private final BatchStates states;
    private final List<NewEvent> events = new ArrayList<>();
    private long bytes;
    private AppendResult.@Nullable Conflict unexpected;

    /**
     * From what the repositories share.
     *
     * @param parts ports and settings, the same as of the repositories it will be used with
     * @param statesKept of how many aggregates the state is kept in memory from one commit to the next
     */
    public Batch(RepositoryParts parts, int statesKept) {
        this.log = parts.storage().log();
        this.limits = parts.storage().description().limits();
        this.states = new BatchStates(statesKept);
    }

    /**
     * Decides, and keeps what follows for the commit.
     *
     * @param repository runs the aggregate
     * @param id the aggregate
     * @param command what is asked of it
     * @param context who asks; a sequence it expects is compared with the state in this batch, and the commit answers with the
     *     first that differs
     * @param <C> the commands
     * @param <S> the state
     * @param <E> the events
     * @param <R> why a command is rejected
     * @return why not, or the state after it
     * @throws LimitExceededException if one append cannot take more; the batch is as before, commit it and go on
     * @throws IllegalArgumentException if the aggregate is in this batch through a repository of another kind
     */
    public <C, S, E, R> Either<R, S> execute(Repository<C, S, E, R> repository, String id, C command, Context context) {
        BatchStates.Entry<S> entry = states.of(repository, id);
        compare(entry.loaded(), context);
        Either<R, List<E>> decision =
                repository.aggregate().decide(entry.loaded().state(), command);
        if (decision.isLeft()) {
            return Either.left(decision.getLeft());
        }
        List<E> decided = decision.get();
        if (!decided.isEmpty()) {
            add(repository, entry, decided, context);
        }
        return Either.right(entry.loaded().state());
    }

    /**
     * Stores everything decided since the last commit, if no aggregate concerned has changed meanwhile.
     *
     * @return stored (with no events if there was nothing to store), already stored, or in conflict; after a conflict the batch
     *     is empty and has forgotten all states, so that the decisions can be made anew
     * @throws dev.daybook.ports.storage.StorageException if the engine cannot do its work; the batch is as before, and the commit
     *     can be repeated without storing anything twice
     */
    public AppendResult commit() {
        AppendResult result = append();
        if (result instanceof AppendResult.Stored) {
            states.committed();
        } else {
            // After a conflict, and where the same was stored earlier and maybe more since, the next decision reads
            // what is there.
            states.clear();
        }
        forgetEvents();
        return result;
    }

    /**
     * How many events wait for the commit.
     *
     * @return a count, 0 after a commit
     */
    public int size() {
        return events.size();
    }

    /** Forgets what was decided since the last commit, and all states. */
    public void clear() {
        forgetEvents();
        states.clear();
    }

    private AppendResult append() {
        if (unexpected != null) {
            return unexpected;
        }
        return events.isEmpty()
                ? new AppendResult.Stored(List.of())
                : log.append(new Append(events, states.conditions()));
    }

    private void forgetEvents() {
        events.clear();
        bytes = 0;
        unexpected = null;
    }

    private <S, E> void add(
            Repository<?, S, E, ?> repository, BatchStates.Entry<S> entry, List<E> decided, Context context) {
        Decisions<S, E> decisions = repository.decisions();
        Supplier<UUID> ids = decisions.idsOf(context);
        List<NewEvent> sealed = decisions.seal(entry.loaded().aggregateId(), decided, context, ids);
        long size = bytes
                + sealed.stream().mapToLong(event -> event.payload().size()).sum();
        atMost(events.size() + (long) sealed.size(), limits.eventsPerAppend(), "events (eventsPerAppend)");
        atMost(size, limits.bytesPerAppend(), "bytes of payload (bytesPerAppend)");
        atMost(states.changedWith(entry), limits.conditionsPerAppend(), "aggregates (conditionsPerAppend)");
        states.changed(entry, decisions.after(entry.loaded(), decided, sealed));
        events.addAll(sealed);
        bytes = size;
    }

    private void compare(Loaded<?> loaded, Context context) {
        long expected = context.expectedSequence().orElse(loaded.sequence());
        if (expected != loaded.sequence() && unexpected == null) {
            Condition condition = Condition.expectedSequence(loaded.aggregateId(), expected);
            unexpected = new AppendResult.Conflict(condition, loaded.sequence());
        }
    }

    private static void atMost(long found, long limit, String unit) {
        if (found > limit) {
            throw new LimitExceededException("the batch, not being committed earlier,", found, limit, unit);
        }
    }
}
