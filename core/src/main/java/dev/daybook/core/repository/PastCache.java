package dev.daybook.core.repository;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps states of the past that were asked for lately: at most so many, for so long, the least recently used leave first. What is
 * kept is brought up to date before it is used, see {@link Repository#asOf}. Safe for concurrent use.
 */
public final class PastCache {

    /** A lock and not a monitor, so that virtual threads wait without holding their carrier. */
    private final ReentrantLock lock = new ReentrantLock();

    private final LinkedHashMap<Key, Kept> entries = new LinkedHashMap<>(16, 0.75f, true);
    private final InstantSource clock;
    private final int most;
    private final Duration age;
    private long hits;
    private long misses;

    /**
     * With bounds.
     *
     * @param clock says how old an entry is
     * @param most how many entries at most, 0 to keep none
     * @param age how long an entry is kept
     */
    public PastCache(InstantSource clock, int most, Duration age) {
        this.clock = clock;
        this.most = most;
        this.age = age;
    }

    /**
     * With the usual bounds: 100 entries for 5 minutes.
     *
     * @param clock says how old an entry is
     * @return an empty cache
     */
    public static PastCache standard(InstantSource clock) {
        return new PastCache(clock, 100, Duration.ofMinutes(5));
    }

    /**
     * How well it does.
     *
     * @return the figures at this moment
     */
    public CacheStatistics statistics() {
        lock.lock();
        try {
            return new CacheStatistics(hits, misses, entries.size());
        } finally {
            lock.unlock();
        }
    }

    Optional<Seen<?>> get(Key key) {
        Instant now = clock.instant();
        lock.lock();
        try {
            Kept kept = entries.get(key);
            if (kept == null || kept.isOlderThan(age, now)) {
                entries.remove(key);
                misses++;
                return Optional.empty();
            }
            hits++;
            return Optional.of(kept.seen());
        } finally {
            lock.unlock();
        }
    }

    void put(Key key, Seen<?> seen) {
        Instant now = clock.instant();
        lock.lock();
        try {
            entries.put(key, new Kept(seen, now));
            Iterator<Key> leastRecentlyUsed = entries.keySet().iterator();
            while (entries.size() > most) {
                leastRecentlyUsed.next();
                leastRecentlyUsed.remove();
            }
        } finally {
            lock.unlock();
        }
    }

    /** A question about the past; two folds never share an answer. */
    record Key(Object fold, String aggregateId, Instant moment, Clock clock) {}

    /** By which of an event's two times. */
    enum Clock {
        HAPPENED,
        RECORDED
    }

    /** A state of the past, and up to which sequence of the aggregate its events have been looked through for it. */
    record Seen<S>(Loaded<S> loaded, long lookedThrough) {}

    private record Kept(Seen<?> seen, Instant since) {

        /** A clock that has stepped back makes an entry old as well: it is of no known age. */
        boolean isOlderThan(Duration age, Instant now) {
            return now.isBefore(since) || !now.isBefore(since.plus(age));
        }
    }
}
