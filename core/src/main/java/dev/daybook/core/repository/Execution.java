package dev.daybook.core.repository;

import dev.daybook.core.aggregate.Aggregate;
import dev.daybook.core.context.Context;
import dev.daybook.core.context.DrawnIds;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.AppendResult;
import dev.daybook.ports.log.Condition;
import dev.daybook.ports.log.EventLog;
import io.vavr.control.Either;
import java.util.List;

/** Runs one command: load, decide, append; and again from what has come since, if somebody else was faster. */
final class Execution<C, S, E, R> {

    private final Aggregate<C, S, E, R> aggregate;
    private final EventLog log;
    private final Loader<S, E> loader;
    private final Decisions<S, E> decisions;
    private final Snapshotter<S> snapshotter;
    private final int attempts;

    Execution(
            Aggregate<C, S, E, R> aggregate,
            EventLog log,
            Loader<S, E> loader,
            Decisions<S, E> decisions,
            Snapshotter<S> snapshotter,
            int attempts) {
        this.aggregate = aggregate;
        this.log = log;
        this.loader = loader;
        this.decisions = decisions;
        this.snapshotter = snapshotter;
        this.attempts = attempts;
    }

    ExecuteResult<S, E, R> run(String id, C command, Context context) {
        DrawnIds ids = new DrawnIds(decisions.idsOf(context));
        int most = context.expectedSequence().isPresent() ? 1 : attempts;
        Loaded<S> loaded = loader.load(id);
        for (int attempt = 1; ; attempt++) {
            long expected = context.expectedSequence().orElse(loaded.sequence());
            if (expected != loaded.sequence()) {
                return new ExecuteResult.Conflict<>(id, expected, loaded.sequence(), attempt);
            }
            ExecuteResult<S, E, R> result = attempt(loaded, command, context, ids, attempt);
            if (attempt == most || !(result instanceof ExecuteResult.Conflict<S, E, R>)) {
                return result;
            }
            loaded = again(loaded);
            ids.rewind();
        }
    }

    private ExecuteResult<S, E, R> attempt(Loaded<S> loaded, C command, Context context, DrawnIds ids, int attempt) {
        Either<R, List<E>> decision = aggregate.decide(loaded.state(), command);
        if (decision.isLeft()) {
            return new ExecuteResult.Rejected<>(decision.getLeft());
        }
        List<E> events = decision.get();
        if (events.isEmpty()) {
            return new ExecuteResult.NothingToDo<>(loaded.state(), loaded.sequence());
        }
        List<NewEvent> sealed = decisions.seal(loaded.aggregateId(), events, context, ids);
        Condition unchanged = Condition.expectedSequence(loaded.aggregateId(), loaded.sequence());
        return switch (log.append(new Append(sealed, List.of(unchanged)))) {
            case AppendResult.Stored(List<StoredEvent> stored) -> stored(loaded, events, sealed, stored);
            case AppendResult.AlreadyStored(List<StoredEvent> stored) -> storedBefore(loaded, events, stored);
            case AppendResult.Conflict conflict ->
                new ExecuteResult.Conflict<>(loaded.aggregateId(), loaded.sequence(), conflict.found(), attempt);
        };
    }

    private ExecuteResult<S, E, R> stored(
            Loaded<S> before, List<E> events, List<NewEvent> sealed, List<StoredEvent> stored) {
        Loaded<S> after = decisions.after(before, events, sealed);
        snapshotter.stored(before.sequence(), after);
        return new ExecuteResult.Stored<>(events, stored, after.state(), after.sequence());
    }

    /** The caller's own ids have been stored by an earlier call; the state at hand may or may not hold those events. */
    private ExecuteResult<S, E, R> storedBefore(Loaded<S> before, List<E> events, List<StoredEvent> stored) {
        Loaded<S> now = loader.advance(before);
        return new ExecuteResult.Stored<>(events, stored, now.state(), now.sequence());
    }

    /** From the first event if nothing has come since: then a snapshot runs ahead of a log that was put back to an older copy. */
    private Loaded<S> again(Loaded<S> lost) {
        Loaded<S> now = loader.advance(lost);
        return now.sequence() > lost.sequence() ? now : loader.advance(loader.nothing(lost.aggregateId()));
    }
}
