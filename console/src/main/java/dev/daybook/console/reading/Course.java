package dev.daybook.console.reading;

import dev.daybook.core.replay.Timings;
import dev.daybook.core.repository.Loaded;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.event.Timestamps;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.EventLog;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.log.TimeSpan;
import dev.daybook.ports.snapshot.Snapshot;
import java.time.Instant;
import java.util.Optional;

/** Goes along the events of aggregates with one fold, from a state that is near: the newest snapshot, or one that was folded lately. */
final class Course<S> {

    /** A fold over stored events. */
    interface Rules<S> {

        S initial();

        /** The state after one more event; whether it is the same object is the fold's affair. */
        S apply(S state, StoredEvent event);

        /** The state as it is now, whatever is applied to the given one from now on. */
        S copy(S state);

        /** How many bytes it has as a text. */
        int weight(S state);

        /** The newest snapshot up to a sequence and with no later timestamp in it. */
        Optional<Snapshot> snapshot(String aggregateId, long atMostSequence, Instant atMostLatest);

        /** The state in a snapshot, empty if it cannot be read. */
        Optional<S> open(Snapshot snapshot);
    }

    /** In a long history, a state is kept each time that so many events were folded. */
    private static final int STRIDE = 2_048;

    /** At the end of a fold of so many events the state is kept. */
    private static final int WORTHWHILE = 256;

    private final EventLog log;
    private final Rules<S> rules;
    private final Object fold;
    private final RecentStates recent;
    private final Timings timings;

    /**
     * Of one fold.
     *
     * @param fold what its states are kept under
     */
    Course(EventLog log, Rules<S> rules, Object fold, RecentStates recent, Timings timings) {
        this.log = log;
        this.rules = rules;
        this.fold = fold;
        this.recent = recent;
        this.timings = timings;
    }

    Loaded<S> nothing(String aggregateId) {
        return new Loaded<>(aggregateId, rules.initial(), 0, Timestamps.EARLIEST);
    }

    /** The state after a sequence, or after the last event where there are fewer. */
    Loaded<S> upTo(String aggregateId, long sequence) {
        long started = System.nanoTime();
        Optional<Snapshot> snapshot = rules.snapshot(aggregateId, sequence, Timestamps.LATEST);
        Loaded<S> start = nearer(aggregateId, snapshot, sequence, Timestamps.LATEST)
                .orElseGet(() -> opened(aggregateId, snapshot));
        Loaded<S> loaded = onwards(start, sequence);
        timings.countSince(started);
        return loaded;
    }

    /**
     * The state from what had happened by a time, if one was folded lately from which it is nearer than from any snapshot. In such a state
     * is no later timestamp, and so every event in it belongs to that past.
     */
    Optional<Loaded<S>> asOf(String aggregateId, Instant time) {
        long started = System.nanoTime();
        Optional<Snapshot> snapshot = rules.snapshot(aggregateId, Long.MAX_VALUE, time);
        Optional<Loaded<S>> loaded = nearer(aggregateId, snapshot, Long.MAX_VALUE, time)
                .map(start -> fold(start, Range.all().happened(TimeSpan.until(time))));
        loaded.ifPresent(state -> timings.countSince(started));
        return loaded;
    }

    /** The state after a sequence, without what was folded lately. */
    Loaded<S> fromSnapshot(String aggregateId, long sequence) {
        return fold(start(aggregateId, sequence, Timestamps.LATEST), Range.all().upToSequence(sequence));
    }

    /** From the first event on. */
    Loaded<S> anew(String aggregateId) {
        long started = System.nanoTime();
        Loaded<S> loaded = fold(nothing(aggregateId), Range.all());
        timings.countSince(started);
        return loaded;
    }

    /** What a range has of the events behind a state. */
    Loaded<S> fold(Loaded<S> from, Range range) {
        try (EventCursor events =
                log.read(Query.aggregate(from.aggregateId()), range.fromSequence(from.sequence() + 1))) {
            Loaded<S> loaded = from;
            while (events.hasNext()) {
                loaded = next(loaded, events.next());
            }
            return loaded;
        }
    }

    /** What is in the newest snapshot within bounds, or nothing. */
    Loaded<S> start(String aggregateId, long atMostSequence, Instant atMostLatest) {
        return opened(aggregateId, rules.snapshot(aggregateId, atMostSequence, atMostLatest));
    }

    /** In place of one that cannot be read, the one before it. */
    private Loaded<S> opened(String aggregateId, Optional<Snapshot> newest) {
        if (newest.isEmpty()) {
            return nothing(aggregateId);
        }
        Snapshot snapshot = newest.get();
        return rules.open(snapshot)
                .map(state -> new Loaded<>(aggregateId, state, snapshot.sequence(), snapshot.latest()))
                .orElseGet(() -> start(aggregateId, snapshot.sequence() - 1, snapshot.latest()));
    }

    /** A state that was folded lately, if it is nearer than the snapshot and the log still has its history. */
    private Optional<Loaded<S>> nearer(
            String aggregateId, Optional<Snapshot> snapshot, long atMostSequence, Instant atMostLatest) {
        long snapped = snapshot.map(Snapshot::sequence).orElse(0L);
        Optional<RecentStates.Kept<S>> kept = recent.<S>newest(fold, aggregateId, atMostSequence, atMostLatest)
                .filter(state -> state.loaded().sequence() > snapped);
        if (kept.isPresent() && !isThere(kept.get())) {
            recent.forget(fold, aggregateId);
            return Optional.empty();
        }
        return kept.map(state -> copy(state.loaded()));
    }

    private boolean isThere(RecentStates.Kept<S> kept) {
        Loaded<S> loaded = kept.loaded();
        Range last = Range.all().fromSequence(loaded.sequence()).upToSequence(loaded.sequence());
        try (EventCursor events = log.read(Query.aggregate(loaded.aggregateId()), last)) {
            return events.hasNext() && events.next().id().equals(kept.event());
        }
    }

    private Loaded<S> onwards(Loaded<S> from, long sequence) {
        Range range = Range.all().fromSequence(from.sequence() + 1).upToSequence(sequence);
        Loaded<S> loaded = from;
        long folded = 0;
        try (EventCursor events = log.read(Query.aggregate(from.aggregateId()), range)) {
            while (events.hasNext()) {
                StoredEvent event = events.next();
                loaded = next(loaded, event);
                folded++;
                if (folded % STRIDE == 0 || (folded > WORTHWHILE && !events.hasNext())) {
                    recent.keep(fold, new RecentStates.Kept<>(copy(loaded), event.id(), rules.weight(loaded.state())));
                }
            }
        }
        return loaded;
    }

    private Loaded<S> copy(Loaded<S> loaded) {
        return new Loaded<>(loaded.aggregateId(), rules.copy(loaded.state()), loaded.sequence(), loaded.latest());
    }

    private Loaded<S> next(Loaded<S> loaded, StoredEvent event) {
        Instant latest = event.timestamp().isAfter(loaded.latest()) ? event.timestamp() : loaded.latest();
        return new Loaded<>(loaded.aggregateId(), rules.apply(loaded.state(), event), event.sequence(), latest);
    }
}
