package dev.daybook.testkit.memory;

import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.event.Timestamps;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.AppendResult;
import dev.daybook.ports.log.EventIdReusedException;
import dev.daybook.ports.storage.LimitExceededException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Storages that take appends wrongly. */
final class BrokenAppends {

    private BrokenAppends() {}

    static List<Broken> all() {
        return List.of(
                Broken.log(
                        "loses the last event of a batch",
                        "Promise03Atomic",
                        "a_large_append_is_taken_to_its_last_event",
                        LosesTheLast::new),
                Broken.log(
                        "repeats a sequence",
                        "Promise02Sequence",
                        "events_of_one_aggregate_in_one_append_are_counted_on",
                        RepeatsASequence::new),
                Broken.log(
                        "leaves a gap in the positions",
                        "Promise01Order",
                        "positions_are_counted_from_one_in_the_order_of_the_appends",
                        LeavesAGap::new),
                Broken.log(
                        "writes before it answers with a conflict",
                        "Promise03Atomic",
                        "a_conflict_leaves_nothing_behind_that_a_later_append_would_show",
                        WritesBeforeAConflict::new),
                Broken.log(
                        "keeps the events before a reused id",
                        "Promise03Atomic",
                        "a_reused_id_in_the_middle_keeps_all_events_out",
                        KeepsTheFirst::new),
                Broken.log(
                        "reverses a batch",
                        "Promise03Atomic",
                        "an_append_of_several_aggregates_is_taken_whole_and_in_its_order",
                        ReversesABatch::new),
                Broken.log(
                        "takes what is too large",
                        "Promise10Bounded",
                        "a_payload_is_taken_up_to_its_limit_in_bytes_and_also_empty",
                        TakesAnySize::new),
                Broken.log(
                        "counts chars where it should count characters",
                        "Promise10Bounded",
                        "names_are_taken_up_to_their_limit_and_refused_past_it",
                        CountsChars::new),
                Broken.log(
                        "follows a clock that steps back",
                        "Promise07Time",
                        "a_clock_that_steps_back_is_not_followed_until_it_has_caught_up",
                        FollowsTheClock::new));
    }

    private static final class LosesTheLast extends MemoryLog {
        LosesTheLast(Gate gate, InstantSource clock) {
            super(gate, clock);
        }

        @Override
        List<StoredEvent> store(List<NewEvent> taken) {
            return super.store(taken.size() < 2 ? taken : taken.subList(0, taken.size() - 1));
        }
    }

    private static final class RepeatsASequence extends MemoryLog {
        RepeatsASequence(Gate gate, InstantSource clock) {
            super(gate, clock);
        }

        @Override
        long sequence(String aggregateId) {
            return Math.min(super.sequence(aggregateId), 1);
        }
    }

    private static final class LeavesAGap extends MemoryLog {
        LeavesAGap(Gate gate, InstantSource clock) {
            super(gate, clock);
        }

        @Override
        long nextPosition() {
            return super.nextPosition() < 3 ? super.nextPosition() : super.nextPosition() + 1;
        }
    }

    private static final class WritesBeforeAConflict extends MemoryLog {
        WritesBeforeAConflict(Gate gate, InstantSource clock) {
            super(gate, clock);
        }

        @Override
        AppendResult appendAlone(Append append) {
            AppendResult result = super.appendAlone(append);
            if (result instanceof AppendResult.Conflict) {
                store(append.events());
            }
            return result;
        }
    }

    private static final class KeepsTheFirst extends MemoryLog {
        KeepsTheFirst(Gate gate, InstantSource clock) {
            super(gate, clock);
        }

        @Override
        AppendResult appendAlone(Append append) {
            try {
                return super.appendAlone(append);
            } catch (EventIdReusedException e) {
                store(append.events().stream()
                        .takeWhile(event -> !event.id().equals(e.id()))
                        .toList());
                throw e;
            }
        }
    }

    private static final class ReversesABatch extends MemoryLog {
        ReversesABatch(Gate gate, InstantSource clock) {
            super(gate, clock);
        }

        @Override
        List<StoredEvent> store(List<NewEvent> taken) {
            return super.store(new ArrayList<>(taken).reversed());
        }
    }

    private static final class TakesAnySize extends MemoryLog {
        TakesAnySize(Gate gate, InstantSource clock) {
            super(gate, clock);
        }

        @Override
        void check(Append append) {
            // The fault: it looks at nothing.
        }
    }

    private static final class CountsChars extends MemoryLog {
        CountsChars(Gate gate, InstantSource clock) {
            super(gate, clock);
        }

        @Override
        void check(Append append) {
            super.check(append);
            for (NewEvent event : append.events()) {
                int chars = event.aggregateId().length();
                if (chars > 255) {
                    throw new LimitExceededException("an aggregate id", chars, 255, "chars");
                }
            }
        }
    }

    private static final class FollowsTheClock extends MemoryLog {
        FollowsTheClock(Gate gate, InstantSource clock) {
            super(gate, clock);
        }

        @Override
        Instant recordedAt(Instant now) {
            return Timestamps.normal(now);
        }
    }
}
