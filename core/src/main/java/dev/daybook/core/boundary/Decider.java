package dev.daybook.core.boundary;

import dev.daybook.core.context.Context;
import dev.daybook.core.context.DrawnIds;
import dev.daybook.core.context.Envelopes;
import dev.daybook.core.fold.Fold;
import dev.daybook.core.replay.Replay;
import dev.daybook.ports.codec.EventCodec;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.AppendResult;
import dev.daybook.ports.log.Condition;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.EventLog;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs the rules of a boundary on a log. Safe for concurrent use; calls block and suit virtual threads.
 *
 * <p>Every call throws a {@link dev.daybook.ports.storage.StorageException} if the engine cannot do its work, and a
 * {@link dev.daybook.core.replay.ReplayException} if an event cannot be folded.
 *
 * @param <C> the commands
 * @param <S> what a decision has to know
 * @param <E> the events
 * @param <R> why a command is rejected
 */
public final class Decider<C, S, E, R> {

    private final Boundary<C, S, E, R> rules;
    private final EventLog log;
    private final EventCodec codec;
    private final Envelopes envelopes;
    private final int attempts;

    /**
     * From ports.
     *
     * @param rules what is decided
     * @param log where it is stored
     * @param codec reads events
     * @param envelopes makes events ready
     * @param attempts how many times a command is tried in all when others keep winning the race, at least 1
     */
    public Decider(Boundary<C, S, E, R> rules, EventLog log, EventCodec codec, Envelopes envelopes, int attempts) {
        this.rules = rules;
        this.log = log;
        this.codec = codec;
        this.envelopes = envelopes;
        this.attempts = attempts;
    }

    /**
     * Runs a command: folds what its query finds, decides, and appends what follows on condition that nothing the query finds has come
     * meanwhile. If something has, it is folded as well and decided anew, so many times at most.
     *
     * @param command what is asked
     * @param context who asks, and why
     * @return accepted, rejected or in conflict
     * @throws IllegalArgumentException if the context expects a sequence: a boundary has none
     */
    public Decision<R> execute(C command, Context context) {
        if (context.expectedSequence().isPresent()) {
            throw new IllegalArgumentException(
                    "the context expects a sequence, which a decision over several aggregates has not; leave it out");
        }
        Query query = rules.query(command);
        Replay<S, E> replay = new Replay<>(new OfCommand(command), rules.eventClass(), codec);
        DrawnIds ids = new DrawnIds(envelopes.idsOf(context));
        S state = replay.initial();
        long position = 0;
        for (int attempt = 1; ; attempt++) {
            long head = log.head();
            state = fold(replay, state, query, position, head);
            position = head;
            Decision<R> decision =
                    attempt(state, command, context, ids, Condition.noneMatchingAfter(query, position), attempt);
            if (attempt == attempts || !(decision instanceof Decision.Conflict<R>)) {
                return decision;
            }
            ids.rewind();
        }
    }

    private S fold(Replay<S, E> replay, S before, Query query, long after, long upTo) {
        S state = before;
        try (EventCursor events = log.read(query, Range.all().after(after).upTo(upTo))) {
            while (events.hasNext()) {
                state = replay.apply(state, events.next());
            }
        }
        return state;
    }

    private Decision<R> attempt(S state, C command, Context context, DrawnIds ids, Condition unchanged, int attempt) {
        Either<R, List<Fact<E>>> decided = rules.decide(state, command);
        if (decided.isLeft()) {
            return new Decision.Rejected<>(decided.getLeft());
        }
        if (decided.get().isEmpty()) {
            return new Decision.Accepted<>(List.of());
        }
        List<NewEvent> sealed = new ArrayList<>();
        for (Fact<E> fact : decided.get()) {
            sealed.addAll(
                    envelopes.seal(fact.aggregateId(), List.of(fact.event()), event -> fact.tags(), context, ids));
        }
        return switch (log.append(new Append(sealed, List.of(unchanged)))) {
            case AppendResult.Stored(List<StoredEvent> stored) -> new Decision.Accepted<>(stored);
            case AppendResult.AlreadyStored(List<StoredEvent> stored) -> new Decision.Accepted<>(stored);
            case AppendResult.Conflict conflict -> new Decision.Conflict<>(conflict.found(), attempt);
        };
    }

    private final class OfCommand implements Fold<S, E> {

        private final C command;

        OfCommand(C command) {
            this.command = command;
        }

        @Override
        public S initial() {
            return rules.initial(command);
        }

        @Override
        public S apply(S state, E event) {
            return rules.apply(state, event);
        }
    }
}
