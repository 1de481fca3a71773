package dev.daybook.core.repository;

import dev.daybook.core.aggregate.Aggregate;
import dev.daybook.core.context.Context;
import dev.daybook.core.context.DrawnIds;
import dev.daybook.core.journal.Outcome;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.AppendResult;
import dev.daybook.ports.log.Condition;
import io.vavr.control.Either;
import java.util.List;

/** Runs one command: load, decide, append; and again from what has come since, if somebody else was faster. */
final class Execution<C, S, E, R> {

    private final Aggregate<C, S, E, R> aggregate;
    private final Journalling<C> journalling;
    private final Loader<S, E> loader;
    private final Decisions<S, E> decisions;
    private final Snapshotter<S> snapshotter;
    private final int attempts;

    Execution(
            Aggregate<C, S, E, R> aggregate,
            Journalling<C> journalling,
            Loader<S, E> loader,
            Decisions<S, E> decisions,
            Snapshotter<S> snapshotter,
            int attempts) {
        this.aggregate = aggregate;
        this.journalling = journalling;
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
            ExecuteResult<S, E, R> result = attemptOrFail(loaded, command, context, ids, attempt);
            if (attempt == most || !(result instanceof ExecuteResult.Conflict<S, E, R>)) {
                note(result, loaded, command, context);
                return result;
            }
            loaded = again(loaded);
            ids.rewind();
        }
    }

    private ExecuteResult<S, E, R> attemptOrFail(
            Loaded<S> loaded, C command, Context context, DrawnIds ids, int attempt) {
        try {
            return attempt(loaded, command, context, ids, attempt);
        } catch (RuntimeException failure) {
            journalling.noteFailure(loaded, command, context, failure);
            throw failure;
        }
    }

    /** What was stored has its entry with it. */
    private void note(ExecuteResult<S, E, R> result, Loaded<S> loaded, C command, Context context) {
        switch (result) {
            case ExecuteResult.Stored<S, E, R> stored -> {}
            case ExecuteResult.NothingToDo<S, E, R> nothing ->
                journalling.note(loaded, command, context, Outcome.NOTHING_TO_DO, "");
            case ExecuteResult.Rejected<S, E, R>(R reason) ->
                journalling.note(loaded, command, context, Outcome.REJECTED, String.valueOf(reason));
            case ExecuteResult.Conflict<S, E, R> conflict ->
                journalling.note(loaded, command, context, Outcome.CONFLICT, conflict.describe());
        }
    }

    private ExecuteResult<S, E, R> attempt(Loaded<S> loaded, C command, Context context, DrawnIds ids, int attempt) {
        long expected = context.expectedSequence().orElse(loaded.sequence());
        if (expected != loaded.sequence()) {
            return new ExecuteResult.Conflict<>(loaded.aggregateId(), expected, loaded.sequence(), attempt);
        }
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
        return switch (journalling.append(loaded, command, context, sealed, unchanged)) {
            case AppendResult.Stored(List<StoredEvent> stored) ->
                stored(loaded, events, sealed, stored.subList(0, sealed.size()));
            case AppendResult.AlreadyStored(List<StoredEvent> stored) ->
                storedBefore(loaded, events, stored.subList(0, sealed.size()));
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
