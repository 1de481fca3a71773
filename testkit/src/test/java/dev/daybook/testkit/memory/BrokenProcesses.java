package dev.daybook.testkit.memory;

import dev.daybook.ports.consumer.Lease;
import dev.daybook.ports.consumer.Progress;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.view.RowChange;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** Storages that make process managers lose what they have kept, or do it twice. */
final class BrokenProcesses {

    private BrokenProcesses() {}

    static List<Broken> all() {
        return List.of(
                forgetting(
                        "loses a deadline",
                        "Deadlines",
                        "a_deadline_survives_a_restart_and_fires_though_nobody_was_there_at_its_time",
                        change ->
                                change instanceof RowChange.Put && change.view().startsWith("deadlines:")),
                forgetting(
                        "fires a deadline again",
                        "Deadlines",
                        "a_deadline_survives_a_restart_and_fires_though_nobody_was_there_at_its_time",
                        change -> change instanceof RowChange.Remove
                                && (change.view().startsWith("deadlines:")
                                        || change.view().startsWith("standing:"))),
                forgetting(
                        "fires a deadline that was taken back",
                        "Deadlines",
                        "a_deadline_that_was_taken_back_or_moved_does_not_fire",
                        change -> change instanceof RowChange.Remove
                                && (change.view().startsWith("deadlines:")
                                        || change.view().startsWith("standing:"))),
                forgetting(
                        "forgets what is to be sent",
                        "Processes",
                        "commands_are_carried_out_once_and_in_the_order_in_which_they_were_sent",
                        change ->
                                change instanceof RowChange.Put && change.view().startsWith("outbox:")),
                forgetting(
                        "forgets what a process was told",
                        "Processes",
                        "what_was_sent_and_not_carried_out_is_when_it_is_started_again",
                        change -> change.view().startsWith("process:")),
                forgetting(
                        "forgets that a process has ended",
                        "Processes",
                        "a_process_that_has_ended_is_told_of_nothing",
                        change -> change.view().startsWith("standing:")),
                broken(
                        "acknowledges an event before it is handled",
                        "commands_are_carried_out_once_and_in_the_order_in_which_they_were_sent",
                        AcknowledgesEarly::new),
                broken(
                        "keeps what a process was told without the checkpoint, so that it is told twice",
                        "commands_are_carried_out_once_and_in_the_order_in_which_they_were_sent",
                        TellsTwice::new),
                takingIdsTwice("a_command_that_is_carried_out_again_is_stored_once_and_is_not_rejected"),
                takingIdsTwice("a_rejection_stays_even_if_the_command_could_be_carried_out_meanwhile"),
                takingIdsTwice(
                        "who_is_held_up_in_the_middle_of_a_command_has_no_effect_after_another_has_answered_it"));
    }

    private static Broken takingIdsTwice(String test) {
        return Broken.log(
                "takes the id of a command twice", "Processes", test, (gate, clock) -> new MemoryLog(gate, clock) {
                    @Override
                    Optional<List<StoredEvent>> storedBefore(List<NewEvent> repeated) {
                        return Optional.empty();
                    }
                });
    }

    private static Broken forgetting(String fault, String suite, String test, Predicate<RowChange> forgets) {
        return Broken.consumers(fault, suite, test, (gate, clock) -> new MemoryConsumers(gate, clock) {
            @Override
            public boolean commit(Lease lease, Progress progress) {
                List<RowChange> kept =
                        progress.changes().stream().filter(forgets.negate()).toList();
                return super.commit(lease, new Progress(progress.checkpoint(), kept));
            }
        });
    }

    private static Broken broken(
            String fault, String test, BiFunction<Gate, InstantSource, MemoryConsumers> consumers) {
        return Broken.consumers(fault, "Processes", test, consumers);
    }

    private static final class AcknowledgesEarly extends MemoryConsumers {
        AcknowledgesEarly(Gate gate, InstantSource clock) {
            super(gate, clock);
        }

        /** As if it had died in between. */
        @Override
        public boolean commit(Lease lease, Progress progress) {
            if (progress.changes().isEmpty()) {
                return super.commit(lease, progress);
            }
            boolean isLost = super.commit(lease, Progress.to(progress.checkpoint()));
            return !isLost;
        }
    }

    private static final class TellsTwice extends MemoryConsumers {

        private boolean hasFailed;

        TellsTwice(Gate gate, InstantSource clock) {
            super(gate, clock);
        }

        @Override
        public boolean commit(Lease lease, Progress progress) {
            if (!hasFailed && !progress.changes().isEmpty()) {
                hasFailed = true;
                views().apply(progress.changes());
                return false;
            }
            return super.commit(lease, progress);
        }
    }
}
