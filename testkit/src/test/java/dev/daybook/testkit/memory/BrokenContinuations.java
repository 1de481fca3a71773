package dev.daybook.testkit.memory;

import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Stretch;
import dev.daybook.ports.log.StretchRefusedException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiFunction;

/** Storages that continue another log wrongly. */
final class BrokenContinuations {

    private BrokenContinuations() {}

    static List<Broken> all() {
        return List.of(
                broken(
                        "records anew what it takes from another log",
                        "events_keep_position_sequence_time_of_recording_and_all_that_was_handed_over",
                        RecordsAnew::new),
                broken(
                        "forgets how late the events of another log were recorded",
                        "what_is_recorded_next_is_not_recorded_before_what_was_taken",
                        ForgetsTheTime::new),
                broken("takes a stretch behind a gap", "a_stretch_behind_a_gap_is_refused", TakesAGap::new),
                broken(
                        "takes for equal whatever has the same id",
                        "a_difference_in_anything_is_refused_at_its_position_and_nothing_behind_it_is_taken",
                        ComparesIdsAlone::new),
                broken(
                        "takes what is there already for new",
                        "what_is_there_already_and_equal_is_passed_over",
                        RefusesWhatIsThere::new),
                broken(
                        "takes any sequence of another log",
                        "sequences_that_do_not_follow_on_the_logs_own_are_refused",
                        TakesAnySequence::new),
                broken(
                        "takes what was recorded before its last event",
                        "a_time_of_recording_before_that_of_the_last_event_is_refused",
                        TakesAnyTime::new),
                broken(
                        "takes an id of another log that it has already",
                        "an_id_that_another_event_has_is_refused",
                        TakesAnyId::new),
                broken(
                        "keeps the events of a stretch before the one it refuses",
                        "sequences_that_do_not_follow_on_the_logs_own_are_refused",
                        KeepsTheFirst::new));
    }

    private static Broken broken(String fault, String test, BiFunction<Gate, InstantSource, MemoryLog> log) {
        return Broken.log(fault, "Continuation", test, log);
    }

    private static final class RecordsAnew extends MemoryLog {
        private final InstantSource clock;

        RecordsAnew(Gate gate, InstantSource clock) {
            super(gate, clock);
            this.clock = clock;
        }

        @Override
        StoredEvent keep(StoredEvent event) {
            return super.keep(new StoredEvent(event.position(), event.sequence(), clock.instant(), event.event()));
        }
    }

    private static final class ForgetsTheTime extends MemoryLog {
        ForgetsTheTime(Gate gate, InstantSource clock) {
            super(gate, clock);
        }

        @Override
        void noteRecorded(Instant time) {
            // The fault: what an append notes by itself is all it knows.
        }
    }

    private static final class TakesAGap extends MemoryLog {
        TakesAGap(Gate gate, InstantSource clock) {
            super(gate, clock);
        }

        @Override
        void requireNext(StoredEvent event) {
            // The fault: any position will do.
        }
    }

    private static final class ComparesIdsAlone extends MemoryLog {
        ComparesIdsAlone(Gate gate, InstantSource clock) {
            super(gate, clock);
        }

        @Override
        boolean isThere(StoredEvent event) {
            return event.position() < nextPosition()
                    && at((int) event.position() - 1).id().equals(event.id());
        }
    }

    private static final class RefusesWhatIsThere extends MemoryLog {
        RefusesWhatIsThere(Gate gate, InstantSource clock) {
            super(gate, clock);
        }

        @Override
        boolean isThere(StoredEvent event) {
            return false;
        }
    }

    private static final class TakesAnySequence extends MemoryLog {
        TakesAnySequence(Gate gate, InstantSource clock) {
            super(gate, clock);
        }

        @Override
        void requireToFollow(StoredEvent event, long before) {
            super.requireToFollow(event, event.sequence() - 1);
        }
    }

    private static final class TakesAnyTime extends MemoryLog {
        TakesAnyTime(Gate gate, InstantSource clock) {
            super(gate, clock);
        }

        @Override
        void requireLater(StoredEvent event) {
            // The fault: it looks at no time.
        }
    }

    private static final class TakesAnyId extends MemoryLog {
        TakesAnyId(Gate gate, InstantSource clock) {
            super(gate, clock);
        }

        @Override
        void requireNewId(StoredEvent event) {
            // The fault: it looks at no id.
        }
    }

    private static final class KeepsTheFirst extends MemoryLog {
        KeepsTheFirst(Gate gate, InstantSource clock) {
            super(gate, clock);
        }

        @Override
        Stretch takeAlone(Stretch stretch) {
            try {
                return super.takeAlone(stretch);
            } catch (StretchRefusedException e) {
                stretch.events().stream()
                        .filter(event -> event.position() >= nextPosition() && event.position() < e.position())
                        .forEach(this::keep);
                throw e;
            }
        }
    }
}
