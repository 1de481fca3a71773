package dev.daybook.console.reading;

import dev.daybook.core.Daybook;
import dev.daybook.core.aggregate.Aggregate;
import dev.daybook.core.replay.EventClasses;
import dev.daybook.core.replay.Replay;
import dev.daybook.core.repository.Loaded;
import dev.daybook.core.repository.Repository;
import dev.daybook.core.snapshot.Fingerprint;
import dev.daybook.core.snapshot.FoldSnapshots;
import dev.daybook.ports.codec.StateCodec;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.snapshot.Snapshot;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Folds by the user's rules. */
final class RuleFolding<S, E> implements Folding {

    private final Aggregate<?, S, E, ?> aggregate;
    private final Repository<?, S, E, ?> repository;
    private final Replay<S, E> replay;
    private final FoldSnapshots<S> snapshots;
    private final Course<S> course;
    private final StateCodec states;
    private final Set<String> types;

    RuleFolding(Daybook daybook, Aggregate<?, S, E, ?> aggregate, RecentStates recent) {
        this.aggregate = aggregate;
        this.repository = daybook.repository(aggregate);
        this.replay = new Replay<>(aggregate, aggregate.eventClass(), daybook.events());
        this.states = daybook.states();
        this.types = EventClasses.typeNames(aggregate.eventClass(), daybook.events());
        this.snapshots = daybook.snapshots(aggregate.stateClass(), Fingerprint.of(aggregate));
        this.course = new Course<>(daybook.storage().log(), new Rules(), this, recent, daybook.replayTimings());
    }

    private final class Rules implements Course.Rules<S> {
        @Override
        public S initial() {
            return replay.initial();
        }

        @Override
        public S apply(S state, StoredEvent event) {
            return replay.apply(state, event);
        }

        /** A state is immutable. */
        @Override
        public S copy(S state) {
            return state;
        }

        @Override
        public int weight(S state) {
            return states.encodeState(state).size();
        }

        @Override
        public Optional<Snapshot> snapshot(String aggregateId, long atMostSequence, Instant atMostLatest) {
            return snapshots.newest(aggregateId, atMostSequence, atMostLatest);
        }

        @Override
        public Optional<S> open(Snapshot snapshot) {
            return snapshots.open(snapshot);
        }
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
                    case Moment.Now now -> course.upTo(aggregateId, Long.MAX_VALUE);
                    case Moment.Happened(Instant time) ->
                        course.asOf(aggregateId, time).orElseGet(() -> repository.asOf(aggregateId, time));
                    case Moment.Known(Instant time) -> repository.asKnown(aggregateId, time);
                    case Moment.Sequence(long sequence) -> course.upTo(aggregateId, sequence);
                    case Moment.Position position ->
                        throw new IllegalArgumentException("positions are made sequences first");
                });
    }

    @Override
    public Folded fromSnapshot(String aggregateId, long sequence) {
        return folded(course.fromSnapshot(aggregateId, sequence));
    }

    @Override
    public Folded anew(String aggregateId) {
        return folded(course.anew(aggregateId));
    }

    private Folded folded(Loaded<S> loaded) {
        return new Folded(loaded.aggregateId(), loaded.sequence(), loaded.latest(), json(loaded.state()), name());
    }

    @Override
    public Walk from(String aggregateId, long sequence) {
        return new Walk() {
            private S state = course.upTo(aggregateId, sequence).state();

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
