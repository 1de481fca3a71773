package dev.daybook.testkit.memory;

import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.AppendResult;
import dev.daybook.ports.log.Condition;
import dev.daybook.ports.log.EventIdReusedException;
import dev.daybook.ports.log.Query;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Storages that judge conditions and repetitions wrongly. */
final class BrokenAnswers {

    private BrokenAnswers() {}

    static List<Broken> all() {
        return List.of(
                Broken.log(
                        "stores a repetition again",
                        "Promise06Idempotent",
                        "the_same_append_again_answers_with_the_first_result_and_writes_nothing",
                        StoresTwice::new),
                Broken.log(
                        "takes the same id with other content for a repetition",
                        "Promise06Idempotent",
                        "the_same_id_with_other_content_is_refused",
                        LooksAtIdsOnly::new),
                Broken.log(
                        "looks at the first id of an append only",
                        "Promise06Idempotent",
                        "stored_and_new_events_in_one_append_are_refused",
                        LooksAtTheFirst::new),
                Broken.log(
                        "looks at conditions before repetitions",
                        "Promise06Idempotent",
                        "the_same_append_is_known_before_its_conditions_are_looked_at",
                        ConditionsFirst::new),
                Broken.log(
                        "counts the position a condition names",
                        "Promise05Conditions",
                        "nothing_matching_is_counted_behind_the_position_only",
                        CountsThePosition::new),
                Broken.log(
                        "ignores all but the first alternative of a condition",
                        "Promise05Conditions",
                        "one_alternative_is_enough",
                        FirstAlternative::new),
                Broken.log(
                        "takes an expected sequence for a lower bound",
                        "Promise05Conditions",
                        "the_expected_sequence_must_be_the_one_found",
                        LowerBound::new),
                Broken.log(
                        "looks at the first condition only",
                        "Promise03Atomic",
                        "a_conflict_of_one_aggregate_keeps_the_others_out_too",
                        FirstCondition::new));
    }

    private static final class StoresTwice extends MemoryLog {
        StoresTwice(Gate gate, InstantSource clock) {
            super(gate, clock);
        }

        @Override
        Optional<List<StoredEvent>> storedBefore(List<NewEvent> repeated) {
            return Optional.empty();
        }
    }

    private static final class LooksAtIdsOnly extends MemoryLog {
        LooksAtIdsOnly(Gate gate, InstantSource clock) {
            super(gate, clock);
        }

        @Override
        Optional<List<StoredEvent>> storedBefore(List<NewEvent> repeated) {
            try {
                return super.storedBefore(repeated);
            } catch (EventIdReusedException e) {
                return Optional.of(List.of(at(0)));
            }
        }
    }

    private static final class LooksAtTheFirst extends MemoryLog {
        LooksAtTheFirst(Gate gate, InstantSource clock) {
            super(gate, clock);
        }

        @Override
        Optional<List<StoredEvent>> storedBefore(List<NewEvent> repeated) {
            return super.storedBefore(repeated.subList(0, 1));
        }
    }

    private static final class ConditionsFirst extends MemoryLog {
        ConditionsFirst(Gate gate, InstantSource clock) {
            super(gate, clock);
        }

        @Override
        AppendResult appendAlone(Append append) {
            for (Condition condition : append.conditions()) {
                Optional<AppendResult.Conflict> conflict = conflict(condition);
                if (conflict.isPresent()) {
                    return conflict.get();
                }
            }
            return super.appendAlone(append);
        }
    }

    private static final class CountsThePosition extends MemoryLog {
        CountsThePosition(Gate gate, InstantSource clock) {
            super(gate, clock);
        }

        @Override
        Optional<AppendResult.Conflict> conflict(Condition condition) {
            return condition instanceof Condition.NoneMatching(Query query, long position)
                    ? super.conflict(Condition.noneMatchingAfter(query, Math.max(0, position - 1)))
                    : super.conflict(condition);
        }
    }

    private static final class FirstAlternative extends MemoryLog {
        FirstAlternative(Gate gate, InstantSource clock) {
            super(gate, clock);
        }

        @Override
        Optional<AppendResult.Conflict> conflict(Condition condition) {
            if (condition instanceof Condition.NoneMatching(Query query, long position)) {
                Condition first =
                        Condition.noneMatchingAfter(Query.of(query.anyOf().getFirst()), position);
                return super.conflict(first).map(found -> new AppendResult.Conflict(condition, found.found()));
            }
            return super.conflict(condition);
        }
    }

    private static final class LowerBound extends MemoryLog {
        LowerBound(Gate gate, InstantSource clock) {
            super(gate, clock);
        }

        @Override
        Optional<AppendResult.Conflict> conflict(Condition condition) {
            return super.conflict(condition)
                    .filter(conflict -> !(condition instanceof Condition.ExpectedSequence(String id, long sequence))
                            || conflict.found() < sequence);
        }
    }

    private static final class FirstCondition extends MemoryLog {
        FirstCondition(Gate gate, InstantSource clock) {
            super(gate, clock);
        }

        @Override
        AppendResult appendAlone(Append append) {
            return super.appendAlone(new Append(
                    append.events(), append.conditions().stream().limit(1).toList()));
        }
    }
}
