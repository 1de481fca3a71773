package dev.daybook.core.repository;

import dev.daybook.core.replay.Timings;
import dev.daybook.ports.event.Timestamps;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.EventLog;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.log.TimeSpan;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Answers what an aggregate was. The past can still change: an event stored tomorrow can have happened yesterday. So a kept
 * answer knows up to which sequence it has looked, and what has come since is looked through before it is given again; as events
 * are folded in their order in the log, those that belong to the past asked about are folded on top.
 */
final class PointInTime<S, E> {

    private final Object fold;
    private final EventLog log;
    private final Loader<S, E> loader;
    private final PastCache cache;
    private final Timings timings;

    PointInTime(Object fold, EventLog log, Loader<S, E> loader, PastCache cache, Timings timings) {
        this.fold = fold;
        this.log = log;
        this.loader = loader;
        this.cache = cache;
        this.timings = timings;
    }

    Loaded<S> happened(String id, Instant moment) {
        return at(new PastCache.Key(fold, id, moment, PastCache.Clock.HAPPENED));
    }

    Loaded<S> recorded(String id, Instant moment) {
        return at(new PastCache.Key(fold, id, moment, PastCache.Clock.RECORDED));
    }

    /** Not kept: from the nearest snapshot it is folded as fast as it could be looked for. */
    Loaded<S> upTo(String id, long sequence) {
        long started = System.nanoTime();
        Loaded<S> start = loader.start(id, sequence, Timestamps.LATEST);
        Range rest = Range.all().fromSequence(start.sequence() + 1).upToSequence(sequence);
        Loaded<S> loaded = start.sequence() >= sequence ? start : loader.fold(start, rest);
        timings.countSince(started);
        return loaded;
    }

    private Loaded<S> at(PastCache.Key key) {
        long started = System.nanoTime();
        long last = lastSequence(key.aggregateId(), Range.newestFirst());
        PastCache.Seen<S> kept = kept(key);
        PastCache.Seen<S> seen = kept == null || kept.lookedThrough() != last ? lookOn(key, kept, last) : kept;
        timings.countSince(started);
        return seen.loaded();
    }

    private PastCache.Seen<S> lookOn(PastCache.Key key, PastCache.@Nullable Seen<S> kept, long last) {
        PastCache.Seen<S> from = kept == null ? start(key) : kept;
        Range since =
                within(key, Range.all()).fromSequence(from.lookedThrough() + 1).upToSequence(last);
        // Somebody else may have looked further than to what was the last event a moment ago.
        PastCache.Seen<S> seen =
                from.lookedThrough() >= last ? from : new PastCache.Seen<>(loader.fold(from.loaded(), since), last);
        cache.put(key, seen);
        return seen;
    }

    @SuppressWarnings("unchecked") // the key holds the fold, whose states are S
    private PastCache.@Nullable Seen<S> kept(PastCache.Key key) {
        return (PastCache.Seen<S>) cache.get(key).orElse(null);
    }

    private PastCache.Seen<S> start(PastCache.Key key) {
        Loaded<S> start =
                switch (key.clock()) {
                    // Of a snapshot with no later timestamp in it, every event belongs to that past.
                    case HAPPENED -> loader.start(key.aggregateId(), Long.MAX_VALUE, key.moment());
                    // recordedAt never decreases, so what was known is a prefix, and any snapshot within it will do.
                    case RECORDED -> {
                        long known = lastSequence(key.aggregateId(), within(key, Range.newestFirst()));
                        yield loader.start(key.aggregateId(), known, Timestamps.LATEST);
                    }
                };
        return new PastCache.Seen<>(start, start.sequence());
    }

    private long lastSequence(String id, Range newestFirst) {
        try (EventCursor last = log.read(Query.aggregate(id), newestFirst.limit(1))) {
            return last.hasNext() ? last.next().sequence() : 0;
        }
    }

    private static Range within(PastCache.Key key, Range range) {
        TimeSpan span = TimeSpan.until(key.moment());
        return switch (key.clock()) {
            case HAPPENED -> range.happened(span);
            case RECORDED -> range.recorded(span);
        };
    }
}
