package dev.daybook.testkit.memory;

import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Stretch;
import dev.daybook.ports.view.InlineFold;
import dev.daybook.ports.view.InlineViewException;
import dev.daybook.ports.view.RowChange;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Storages that keep views inline wrongly. */
final class BrokenInlineViews {

    private static final String SUITE = "InlineViews";

    private BrokenInlineViews() {}

    /** What makes the views of a storage. */
    private interface Maker {
        MemoryInline make(Gate gate, MemoryLog log, MemoryConsumers consumers);
    }

    static List<Broken> all() {
        return List.of(
                broken(
                        "keeps an append that a view cannot follow",
                        "an_append_that_cannot_be_folded_is_refused_and_leaves_nothing",
                        KeepsWhatIsRefused::new,
                        MemoryInline::new),
                broken(
                        "leaves a view where it was, and the append stored, where it cannot follow",
                        "several_writers_at_once_each_read_what_they_have_appended_and_harm_nobody",
                        MemoryLog::new,
                        Swallows::new),
                broken(
                        "changes rows only with the append that comes next",
                        "whoever_has_appended_reads_it_at_once",
                        MemoryLog::new,
                        IsLate::new),
                broken(
                        "follows the events of one append each by itself, from the rows before it",
                        "whoever_has_appended_reads_it_at_once",
                        MemoryLog::new,
                        ReadsOldRows::new),
                broken(
                        "begins to keep a view at the end of the log",
                        "it_begins_with_what_is_in_the_log_while_others_write",
                        MemoryLog::new,
                        BeginsAtTheEnd::new),
                broken(
                        "does not follow the history of another log",
                        "history_of_another_log_that_is_taken_is_folded_too",
                        PassesHistoryBy::new,
                        MemoryInline::new));
    }

    private static Broken broken(
            String fault, String test, BiFunction<Gate, InstantSource, MemoryLog> logs, Maker maker) {
        return Broken.storage(fault, SUITE, test, clock -> {
            Gate gate = new Gate();
            MemoryLog log = logs.apply(gate, clock);
            MemoryConsumers consumers = new MemoryConsumers(gate, clock);
            return new InMemoryStorage(
                    gate, log, new MemorySnapshots(gate), consumers, maker.make(gate, log, consumers));
        });
    }

    private static final class KeepsWhatIsRefused extends MemoryLog {
        KeepsWhatIsRefused(Gate gate, InstantSource clock) {
            super(gate, clock);
        }

        @Override
        void takeBack(List<StoredEvent> stored) {
            // The fault: it stays.
        }
    }

    private static final class PassesHistoryBy extends MemoryLog {
        PassesHistoryBy(Gate gate, InstantSource clock) {
            super(gate, clock);
        }

        @Override
        Stretch takeAlone(Stretch stretch) {
            stretch.events().forEach(this::keep);
            return stretch;
        }
    }

    private static final class Swallows extends MemoryInline {
        Swallows(Gate gate, MemoryLog log, MemoryConsumers consumers) {
            super(gate, log, consumers);
        }

        @Override
        void follow(List<StoredEvent> events) {
            try {
                super.follow(events);
            } catch (InlineViewException e) {
                // The fault: nobody is told.
            }
        }
    }

    private static final class IsLate extends MemoryInline {

        private final List<StoredEvent> waiting = new ArrayList<>();

        IsLate(Gate gate, MemoryLog log, MemoryConsumers consumers) {
            super(gate, log, consumers);
        }

        @Override
        void follow(List<StoredEvent> events) {
            super.follow(List.copyOf(waiting));
            waiting.clear();
            waiting.addAll(events);
        }
    }

    private static final class ReadsOldRows extends MemoryInline {

        ReadsOldRows(Gate gate, MemoryLog log, MemoryConsumers consumers) {
            super(gate, log, consumers);
        }

        @Override
        List<RowChange> changes(InlineFold fold, List<StoredEvent> events) {
            return events.stream()
                    .flatMap(event -> super.changes(fold, List.of(event)).stream())
                    .toList();
        }
    }

    private static final class BeginsAtTheEnd extends MemoryInline {

        private final MemoryLog log;
        private final MemoryConsumers consumers;

        BeginsAtTheEnd(Gate gate, MemoryLog log, MemoryConsumers consumers) {
            super(gate, log, consumers);
            this.log = log;
            this.consumers = consumers;
        }

        @Override
        void catchUp(InlineFold fold) {
            consumers.follow(fold.name(), log.head());
        }
    }
}
