package dev.daybook.console.reading;

import dev.daybook.core.repository.Loaded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

/**
 * States of aggregates that were folded lately, so that the next look at one goes on from a state that is near. An event never changes, and
 * so neither does the state after one: what is kept never grows old. There are some states of each aggregate, spread over its history, and
 * only so much of all of them; the aggregate that was looked at least recently leaves first. Safe for concurrent use.
 */
final class RecentStates {

    /**
     * A state.
     *
     * @param event the id of the last event in it, by which whoever goes on from it sees that the log still has that history
     * @param bytes how large it is as a text
     */
    record Kept<S>(Loaded<S> loaded, UUID event, int bytes) {

        long weight() {
            return bytes + OVERHEAD;
        }
    }

    /** What a state takes however small it is. */
    private static final long OVERHEAD = 512;

    /** What the states are of: two folds never share one. */
    private record Key(Object fold, String aggregateId) {}

    private static final class Course {
        private final NavigableMap<Long, Kept<?>> states = new TreeMap<>();
        private long weight;

        void put(long sequence, Kept<?> kept) {
            Kept<?> before = states.put(sequence, kept);
            weight += kept.weight() - (before == null ? 0 : before.weight());
        }

        void remove(long sequence) {
            Kept<?> removed = states.remove(sequence);
            weight -= removed == null ? 0 : removed.weight();
        }

        /** The one that is missed least: its neighbours are nearest to each other. */
        long mostCrowded(long except) {
            List<Long> sequences = new ArrayList<>(states.keySet());
            long crowded = sequences.getFirst();
            long least = Long.MAX_VALUE;
            for (int i = 0; i < sequences.size(); i++) {
                long before = i == 0 ? 0 : sequences.get(i - 1);
                long after = sequences.get(Math.min(i + 1, sequences.size() - 1));
                if (after - before < least && sequences.get(i) != except) {
                    least = after - before;
                    crowded = sequences.get(i);
                }
            }
            return crowded;
        }
    }

    /** Of one aggregate. */
    private static final int MOST_STATES = 64;

    private static final long MOST_OF_ONE = 1 << 20;

    private final LinkedHashMap<Key, Course> courses = new LinkedHashMap<>(16, 0.75f, true);
    private final ReentrantLock lock = new ReentrantLock();
    private final long most;
    private long weight;

    /**
     * With nothing in it.
     *
     * @param most how much all of them weigh; the last one stays however heavy it is
     */
    RecentStates(long most) {
        this.most = most;
    }

    /** The last one up to a sequence and with no later timestamp in it. */
    @SuppressWarnings("unchecked") // the key holds the fold, whose states are S
    <S> Optional<Kept<S>> newest(Object fold, String aggregateId, long atMostSequence, Instant atMostLatest) {
        lock.lock();
        try {
            Course course = courses.get(new Key(fold, aggregateId));
            return course == null
                    ? Optional.empty()
                    : course.states.headMap(atMostSequence, true).descendingMap().values().stream()
                            .filter(kept -> !kept.loaded().latest().isAfter(atMostLatest))
                            .findFirst()
                            .map(kept -> (Kept<S>) kept);
        } finally {
            lock.unlock();
        }
    }

    void keep(Object fold, Kept<?> kept) {
        Key key = new Key(fold, kept.loaded().aggregateId());
        long sequence = kept.loaded().sequence();
        lock.lock();
        try {
            Course course = courses.computeIfAbsent(key, any -> new Course());
            long before = course.weight;
            course.put(sequence, kept);
            while (course.states.size() > MOST_STATES || (course.weight > MOST_OF_ONE && course.states.size() > 1)) {
                course.remove(course.mostCrowded(sequence));
            }
            weight += course.weight - before;
            makeRoom();
        } finally {
            lock.unlock();
        }
    }

    private void makeRoom() {
        Iterator<Course> leastRecent = courses.values().iterator();
        while (weight > most && courses.size() > 1) {
            weight -= leastRecent.next().weight;
            leastRecent.remove();
        }
    }

    /** The log has another history now, as after a backup was put in its place. */
    void forget(Object fold, String aggregateId) {
        lock.lock();
        try {
            Course forgotten = courses.remove(new Key(fold, aggregateId));
            weight -= forgotten == null ? 0 : forgotten.weight;
        } finally {
            lock.unlock();
        }
    }

    /** How much is kept. */
    long weight() {
        lock.lock();
        try {
            return weight;
        } finally {
            lock.unlock();
        }
    }
}
