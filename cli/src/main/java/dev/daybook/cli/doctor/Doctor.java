package dev.daybook.cli.doctor;

import dev.daybook.ports.codec.StateCodec;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.EventLog;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.storage.Fault;
import dev.daybook.ports.storage.Storage;
import dev.daybook.ports.storage.StorageException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** Reads a whole log in constant memory, and what is kept beside it, and says whether it is as a log has to be. Changes nothing. */
public final class Doctor {

    private static final int MOST_AGGREGATES = 1 << 20;

    /** How far one event after the other is tried behind a damaged one before the rest is given up. */
    private static final int MOST_DAMAGED = 5_000;

    private final Storage storage;
    private final EventLog log;
    private final StateCodec states;
    private final LongConsumer progress;
    private final int mostAggregates;
    private final Check stored = new Check("stored content");
    private long damaged;

    /**
     * Of one log.
     *
     * @param storage where it is
     * @param states reads what consumers keep
     * @param progress is told how many more events have been read
     */
    public Doctor(Storage storage, StateCodec states, LongConsumer progress) {
        this(storage, states, progress, MOST_AGGREGATES);
    }

    Doctor(Storage storage, StateCodec states, LongConsumer progress, int mostAggregates) {
        this.storage = storage;
        this.log = storage.log();
        this.states = states;
        this.progress = progress;
        this.mostAggregates = mostAggregates;
    }

    /**
     * Looks at everything up to the present end of the log.
     *
     * @return what was looked at
     */
    public List<Check> run() {
        long head = log.head();
        History history = new History();
        Check sequence = new Check("sequences");
        Sequences sequences = new Sequences(log, sequence, mostAggregates);
        read(
                head,
                event -> {
                    history.add(event);
                    sequences.add(event);
                    progress.accept(1);
                },
                history::damaged);
        while (sequences.next()) {
            read(head, sequences::add, at -> {});
        }
        stored.summary(
                damaged == 0 ? "all of it is as it was written" : damaged + " events are not as they were written");
        List<Check> checks = new ArrayList<>(history.end(head));
        checks.add(1, sequence);
        checks.add(stored);
        checks.add(Followers.check(storage, states));
        return List.copyOf(checks);
    }

    private void read(long head, Consumer<StoredEvent> each, LongConsumer unreadable) {
        Walk walk = new Walk(head, each, unreadable);
        while (!walk.isOver()) {
            try {
                walk.goOn();
            } catch (StorageException e) {
                if (e.fault() != Fault.DAMAGED) {
                    throw e;
                }
                walk.step();
            }
        }
    }

    /** Through the log, also past what cannot be read. */
    private final class Walk {

        private final long head;
        private final Consumer<StoredEvent> each;
        private final LongConsumer unreadable;
        private long position;

        Walk(long head, Consumer<StoredEvent> each, LongConsumer unreadable) {
            this.head = head;
            this.each = each;
            this.unreadable = unreadable;
        }

        boolean isOver() {
            return position >= head;
        }

        void goOn() {
            try (EventCursor events =
                    log.read(Query.all(), Range.all().after(position).upTo(head))) {
                while (events.hasNext()) {
                    StoredEvent event = events.next();
                    each.accept(event);
                    position = Math.max(position, event.position());
                }
            }
            position = head;
        }

        /** One by one, until a damaged one is found and passed over: a page is read as a whole or not at all. */
        void step() {
            for (int i = 0; i < MOST_DAMAGED && position < head; i++) {
                long at = position + 1;
                position = at;
                try (EventCursor events = log.read(Query.all(), Range.at(at))) {
                    events.forEachRemaining(each);
                } catch (StorageException e) {
                    if (e.fault() != Fault.DAMAGED) {
                        throw e;
                    }
                    damaged(at, e);
                    return;
                }
            }
        }

        private void damaged(long at, StorageException e) {
            damaged++;
            unreadable.accept(at);
            stored.fault("the event at position " + at + " cannot be read: " + e.getMessage());
            if (damaged >= MOST_DAMAGED) {
                stored.fault("more than " + MOST_DAMAGED + " events cannot be read; the rest was not looked at");
                position = head;
            }
        }
    }
}
