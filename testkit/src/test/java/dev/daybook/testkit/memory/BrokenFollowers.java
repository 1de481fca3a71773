package dev.daybook.testkit.memory;

import dev.daybook.ports.consumer.ConsumerState;
import dev.daybook.ports.consumer.Lease;
import dev.daybook.ports.consumer.Progress;
import dev.daybook.ports.view.RowChange;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Storages that make consumers and views follow the log wrongly. */
final class BrokenFollowers {

    private BrokenFollowers() {}

    static List<Broken> all() {
        return List.of(
                Broken.consumers(
                        "skips an event where a consumer begins again",
                        "Following",
                        "it_goes_on_where_it_was_stopped",
                        SkipsOne::new),
                Broken.consumers(
                        "acknowledges an event before it is handled",
                        "Following",
                        "a_consumer_that_has_given_up_says_so_and_is_never_healthy",
                        AcknowledgesEarly::new),
                Broken.consumers(
                        "lets a consumer go on that has lost its lease",
                        "Following",
                        "a_lease_that_nobody_uses_is_taken_and_its_former_owner_keeps_nothing",
                        IgnoresTheFence::new),
                Broken.consumers(
                        "keeps rows without the checkpoint, so that they are applied twice",
                        "KeptViews",
                        "a_view_is_what_the_log_folds_to",
                        AppliesTwice::new),
                Broken.consumers(
                        "keeps a parked event that was given up",
                        "ParkedEvents",
                        "what_somebody_else_gives_up_is_gone_and_the_consumer_goes_on",
                        KeepsParkedEvents::new));
    }

    private static final class SkipsOne extends MemoryConsumers {
        SkipsOne(Gate gate, InstantSource clock) {
            super(gate, clock);
        }

        @Override
        public Optional<ConsumerState> find(String name) {
            return super.find(name)
                    .map(state -> new ConsumerState(
                            state.name(),
                            state.fence() > 1 && state.checkpoint() > 0 ? state.checkpoint() + 1 : state.checkpoint(),
                            state.owner(),
                            state.fence(),
                            state.beat(),
                            state.movedAt()));
        }
    }

    private static final class AcknowledgesEarly extends MemoryConsumers {
        AcknowledgesEarly(Gate gate, InstantSource clock) {
            super(gate, clock);
        }

        @Override
        public boolean commit(Lease lease, Progress progress) {
            return super.commit(lease, new Progress(progress.checkpoint() + 1, progress.changes()));
        }
    }

    private static final class IgnoresTheFence extends MemoryConsumers {
        IgnoresTheFence(Gate gate, InstantSource clock) {
            super(gate, clock);
        }

        @Override
        boolean isHeld(Lease lease, ConsumerState state) {
            return true;
        }

        @Override
        void requireForwards(ConsumerState state, Progress progress) {
            // Whoever comes later goes on.
        }
    }

    private static final class AppliesTwice extends MemoryConsumers {

        private boolean hasFailed;

        AppliesTwice(Gate gate, InstantSource clock) {
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

    private static final class KeepsParkedEvents extends MemoryConsumers {
        KeepsParkedEvents(Gate gate, InstantSource clock) {
            super(gate, clock);
        }

        @Override
        public boolean commit(Lease lease, Progress progress) {
            List<RowChange> kept = progress.changes().stream()
                    .filter(change -> !(change instanceof RowChange.Remove removed
                            && removed.view().startsWith("parked:")))
                    .toList();
            return super.commit(lease, new Progress(progress.checkpoint(), kept));
        }
    }
}
