package dev.daybook.console.reading;

import dev.daybook.core.Daybook;
import dev.daybook.core.aggregate.Aggregate;
import dev.daybook.core.replay.EventClasses;
import dev.daybook.core.replay.Replay;
import dev.daybook.core.repository.Loaded;
import dev.daybook.core.repository.Repository;
import dev.daybook.core.snapshot.Fingerprint;
import dev.daybook.ports.codec.StateCodec;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.event.Timestamps;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.EventLog;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import java.time.Instant;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Folds by the user's rules. */
final class RuleFolding<S, E> implements Folding {

    private final Aggregate<?, S, E, ?> aggregate;
    private final Repository<?, S, E, ?> repository;
    private final Replay<S, E> replay;
    private final EventLog log;
    private final StateCodec states;
    private final Set<String> types;

    RuleFolding(Daybook daybook, Aggregate<?, S, E, ?> aggregate) {
        this.aggregate = aggregate;
        this.repository = daybook.repository(aggregate);
        this.replay = new Replay<>(aggregate, aggregate.eventClass(), daybook.events());
        this.log = daybook.storage().log();
        this.states = daybook.states();
        this.types = EventClasses.typeNames(aggregate.eventClass(), daybook.events());
    }

    /** The event types that it folds. */
    Set<String> types() {
        return types;
    }

    @Override
    public String name() {
        return aggregate.getClass().getSimpleName();
    }

    @Override
    public Folded at(String aggregateId, Moment moment) {
        return folded(
                switch (moment) {
                    case Moment.Now now -> repository.load(aggregateId);
                    case Moment.Happened(Instant time) -> repository.asOf(aggregateId, time);
                    case Moment.Known(Instant time) -> repository.asKnown(aggregateId, time);
                    case Moment.Sequence(long sequence) -> repository.atSequence(aggregateId, sequence);
                    case Moment.Position position ->
                        throw new IllegalArgumentException("positions are made sequences first");
                });
    }

    @Override
    public Folded anew(String aggregateId) {
        S state = replay.initial();
        long sequence = 0;
        Instant latest = Timestamps.EARLIEST;
        try (EventCursor events = log.read(Query.aggregate(aggregateId), Range.all())) {
            while (events.hasNext()) {
                StoredEvent event = events.next();
                state = replay.apply(state, event);
                sequence = event.sequence();
                latest = event.timestamp().isAfter(latest) ? event.timestamp() : latest;
            }
        }
        return folded(new Loaded<>(aggregateId, state, sequence, latest));
    }

    private Folded folded(Loaded<S> loaded) {
        return new Folded(loaded.aggregateId(), loaded.sequence(), loaded.latest(), json(loaded.state()), name());
    }

    @Override
    public Walk from(String aggregateId, long sequence) {
        return new Walk() {
            private S state = repository.atSequence(aggregateId, sequence).state();

            @Override
            public JsonNode state() {
                return json(state);
            }

            @Override
            public JsonNode next(StoredEvent event) {
                state = replay.apply(state, event);
                return state();
            }
        };
    }

    private JsonNode json(S state) {
        return Trees.read(states.encodeState(state));
    }

    @Override
    public String fingerprint() {
        return Fingerprint.of(aggregate);
    }

    @Override
    public boolean snapshot(String aggregateId) {
        return repository.snapshot(aggregateId);
    }
}
