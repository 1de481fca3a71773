package dev.daybook.cli.doctor;

import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.EventLog;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.storage.Fault;
import dev.daybook.ports.storage.StorageException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * Whether the sequence of each aggregate goes 1, 2, 3, in constant memory however many aggregates there are: where they are too many for
 * one pass over the log, the rest is left to further ones. An aggregate is known by a hash of its id, and looked at by itself before
 * anything bad is said of it.
 */
final class Sequences {

    /** How many aggregates are looked at by themselves before the rest is given up: so many faults are not of single aggregates. */
    private static final int MOST_LOOKED_AT = 1_000;

    /** The aggregates whose hashes end in these bits. */
    private record Part(int bits, long end) {

        boolean holds(long hash) {
            return (hash & ((1L << bits) - 1)) == end;
        }
    }

    private final EventLog log;
    private final Check check;
    private final int most;
    private final Deque<Part> waiting = new ArrayDeque<>();
    private final Set<String> lookedAt = new HashSet<>();
    private final LongTable last;
    private Part part = new Part(0, 0);
    private long aggregates;

    /** Keeps so many aggregates in memory at most. */
    Sequences(EventLog log, Check check, int most) {
        this.log = log;
        this.check = check;
        this.most = most;
        this.last = new LongTable(2 * most);
    }

    void add(StoredEvent event) {
        long hash = hash(event.aggregateId());
        if (!part.holds(hash) || lookedAt.size() >= MOST_LOOKED_AT || lookedAt.contains(event.aggregateId())) {
            return;
        }
        long before = last.get(hash);
        if (event.sequence() != before + 1) {
            lookAt(event.aggregateId(), event.position());
            return;
        }
        last.put(hash, event.sequence());
        while (last.size() > most) {
            waiting.add(new Part(part.bits() + 1, part.end() | (1L << part.bits())));
            part = new Part(part.bits() + 1, part.end());
            last.retain(part::holds);
        }
    }

    /** Begins another pass over the log. False if none is needed. */
    boolean next() {
        aggregates += last.size();
        last.clear();
        if (waiting.isEmpty()) {
            check.summary(aggregates + lookedAt.size() + " aggregates, each looked at from 1 to its last event");
            if (lookedAt.size() >= MOST_LOOKED_AT) {
                check.note("after " + MOST_LOOKED_AT + " aggregates with faults, the rest was not looked at");
            }
            return false;
        }
        part = waiting.remove();
        return true;
    }

    private void lookAt(String aggregateId, long at) {
        lookedAt.add(aggregateId);
        try {
            read(aggregateId, at);
        } catch (StorageException e) {
            // A damaged event is told of by itself, and its sequence is not known.
            if (e.fault() != Fault.DAMAGED) {
                throw e;
            }
        }
    }

    private void read(String aggregateId, long at) {
        long expected = 1;
        try (EventCursor events = log.read(Query.aggregate(aggregateId), Range.all())) {
            while (events.hasNext()) {
                StoredEvent event = events.next();
                if (event.sequence() != expected) {
                    check.fault("the sequence of " + aggregateId + " should go on with " + expected + " at position "
                            + event.position() + ", but " + event.sequence()
                            + " is there: events are missing or twice; compare with a backup by daybook digest");
                    return;
                }
                expected++;
            }
        }
        if (expected == 1) {
            check.fault(aggregateId + " has an event at position " + at
                    + ", but is not found by its id: an index is damaged; copy the log into a new one by daybook copy");
        }
    }

    /** 64 bits, spread over all of them (the finaliser of MurmurHash3). */
    private static long hash(String id) {
        long hash = 1_125_899_906_842_597L;
        for (int i = 0; i < id.length(); i++) {
            hash = 31 * hash + id.charAt(i);
        }
        hash = (hash ^ (hash >>> 33)) * 0xFF51AFD7ED558CCDL;
        hash = (hash ^ (hash >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return hash ^ (hash >>> 33);
    }
}
