package dev.daybook.core.journal;

import dev.daybook.core.aggregate.Aggregate;
import dev.daybook.core.replay.Replay;
import dev.daybook.ports.codec.EventCodec;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.EventLog;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Asks other rules what they would have answered to the commands of the journal, each on the state that its aggregate had then. The log is
 * only read.
 *
 * @param <C> the commands
 * @param <S> the state
 * @param <E> the events
 * @param <R> why a command is rejected
 */
public final class WhatIf<C, S, E, R> {

    /**
     * A command to which the other rules answer otherwise.
     *
     * @param entry the command and what became of it
     * @param before the state it was decided on
     * @param events what it has caused, none if it was not accepted
     * @param after the state then
     * @param answer what the other rules answer
     * @param afterAnswer the state that would follow
     * @param <C> the commands
     * @param <S> the state
     * @param <E> the events
     * @param <R> why a command is rejected
     */
    public record Difference<C, S, E, R>(
            JournalEntry<C> entry, S before, List<E> events, S after, Either<R, List<E>> answer, S afterAnswer) {}

    private record Known<S>(S state, long sequence) {}

    private final Aggregate<C, S, E, R> rules;
    private final Journal<C> journal;
    private final EventLog log;
    private final Replay<S, E> replay;

    /**
     * With other rules.
     *
     * @param rules today's, or such as may come
     * @param journal the commands
     * @param log their events
     * @param codec reads events
     */
    public WhatIf(Aggregate<C, S, E, R> rules, Journal<C> journal, EventLog log, EventCodec codec) {
        this.rules = rules;
        this.journal = journal;
        this.log = log;
        this.replay = new Replay<>(rules, rules.eventClass(), codec);
    }

    /**
     * Goes through the journal. What was in conflict or failed is passed over: it says nothing about the rules.
     *
     * @param range which part of the log
     * @return the differences, oldest first
     */
    public List<Difference<C, S, E, R>> run(Range range) {
        List<Difference<C, S, E, R>> differences = new ArrayList<>();
        Map<String, Known<S>> known = new HashMap<>();
        try (Stream<JournalEntry<C>> entries = journal.read(range)) {
            entries.filter(entry -> entry.outcome() != Outcome.CONFLICT && entry.outcome() != Outcome.FAILED)
                    .forEach(entry -> {
                        Known<S> before = advance(known.get(entry.aggregateId()), entry);
                        known.put(entry.aggregateId(), before);
                        compare(entry, before.state()).ifPresent(differences::add);
                    });
        }
        return differences;
    }

    private Known<S> advance(@org.jspecify.annotations.Nullable Known<S> known, JournalEntry<C> entry) {
        Known<S> from = known == null || known.sequence() > entry.sequence() ? new Known<>(rules.initial(), 0) : known;
        S state = from.state();
        Range rest = Range.all().fromSequence(from.sequence() + 1).upToSequence(entry.sequence());
        try (EventCursor events = log.read(Query.aggregate(entry.aggregateId()), rest)) {
            while (events.hasNext()) {
                state = replay.apply(state, events.next());
            }
        }
        return new Known<>(state, entry.sequence());
    }

    private Optional<Difference<C, S, E, R>> compare(JournalEntry<C> entry, S before) {
        List<E> events = caused(entry);
        Either<R, List<E>> answer = rules.decide(before, entry.command());
        boolean wasAccepted = entry.outcome() != Outcome.REJECTED;
        boolean isSame = wasAccepted ? answer.isRight() && answer.get().equals(events) : answer.isLeft();
        if (isSame) {
            return Optional.empty();
        }
        return Optional.of(new Difference<>(
                entry,
                before,
                events,
                rules.applyAll(before, events),
                answer,
                answer.isRight() ? rules.applyAll(before, answer.get()) : before));
    }

    private List<E> caused(JournalEntry<C> entry) {
        List<E> events = new ArrayList<>();
        if (entry.events() > 0) {
            Range stored =
                    Range.all().after(entry.position() - 1 - entry.events()).upTo(entry.position() - 1);
            try (EventCursor cursor = log.read(Query.aggregate(entry.aggregateId()), stored)) {
                while (cursor.hasNext()) {
                    StoredEvent event = cursor.next();
                    events.addAll(replay.decode(event));
                }
            }
        }
        return events;
    }
}
