package dev.daybook.core.repository;

import dev.daybook.core.replay.Replay;
import dev.daybook.core.replay.Timings;
import dev.daybook.core.snapshot.FoldSnapshots;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.event.Timestamps;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.EventLog;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.snapshot.Snapshot;
import java.time.Instant;
import java.util.Optional;

/** Folds an aggregate's events straight from the log, from the newest snapshot that will do. */
final class Loader<S, E> {

    private final EventLog log;
    private final Replay<S, E> replay;
    private final FoldSnapshots<S> snapshots;
    private final Timings timings;

    Loader(EventLog log, Replay<S, E> replay, FoldSnapshots<S> snapshots, Timings timings) {
        this.log = log;
        this.replay = replay;
        this.snapshots = snapshots;
        this.timings = timings;
    }

    Loaded<S> load(String id) {
        long started = System.nanoTime();
        Loaded<S> loaded = advance(start(id, Long.MAX_VALUE, Timestamps.LATEST));
        timings.countSince(started);
        return loaded;
    }

    Loaded<S> nothing(String id) {
        return new Loaded<>(id, replay.initial(), 0, Timestamps.EARLIEST);
    }

    /** Folds what has come since. */
    Loaded<S> advance(Loaded<S> from) {
        return fold(from, Range.all().fromSequence(from.sequence() + 1));
    }

    /** The newest snapshot within the bounds, or nothing. One that cannot be read is made anew from an older one. */
    Loaded<S> start(String id, long atMostSequence, Instant atMostLatest) {
        Optional<Snapshot> newest = snapshots.newest(id, atMostSequence, atMostLatest);
        if (newest.isEmpty()) {
            return nothing(id);
        }
        Snapshot snapshot = newest.get();
        return snapshots
                .open(snapshot)
                .map(state -> new Loaded<>(id, state, snapshot.sequence(), snapshot.latest()))
                .orElseGet(() -> replace(snapshot));
    }

    Loaded<S> fold(Loaded<S> from, Range range) {
        S state = from.state();
        long sequence = from.sequence();
        Instant latest = from.latest();
        try (EventCursor events = log.read(Query.aggregate(from.aggregateId()), range)) {
            while (events.hasNext()) {
                StoredEvent event = events.next();
                state = replay.apply(state, event);
                sequence = event.sequence();
                latest = event.timestamp().isAfter(latest) ? event.timestamp() : latest;
            }
        }
        return new Loaded<>(from.aggregateId(), state, sequence, latest);
    }

    private Loaded<S> replace(Snapshot broken) {
        String id = broken.aggregateId();
        Loaded<S> older = start(id, broken.sequence() - 1, broken.latest());
        Range between = Range.all().fromSequence(older.sequence() + 1).upToSequence(broken.sequence());
        Loaded<S> anew = fold(older, between);
        snapshots.save(id, anew.sequence(), anew.latest(), anew.state());
        return anew;
    }
}
