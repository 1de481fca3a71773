package dev.daybook.cli.doctor;

import dev.daybook.core.Daybook;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.EventLog;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.storage.Fault;
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

    private final Daybook daybook;
    private final EventLog log;
    private final LongConsumer progress;
    private final Check stored = new Check("stored content");
    private long damaged;

    /**
     * Of one log.
     *
     * @param daybook reads it, and what is kept beside it
     * @param progress is told how many more events have been read
     */
    public Doctor(Daybook daybook, LongConsumer progress) {
        this.daybook = daybook;
        this.log = daybook.storage().log();
        this.progress = progress;
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
        Sequences sequences = new Sequences(log, sequence, MOST_AGGREGATES);
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
        checks.add(Followers.check(daybook.storage(), daybook.states()));
        checks.add(new KeptViews(daybook).check());
        checks.add(snapshots());
        return List.copyOf(checks);
    }

    private Check snapshots() {
        Check snapshots = new Check("snapshots");
        long count = daybook.storage().snapshots().totals().count();
        snapshots.summary(count
                + (count == 0
                        ? ""
                        : ", which a service loads if its fold has the fingerprint of theirs, and not else"));
        return snapshots;
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
