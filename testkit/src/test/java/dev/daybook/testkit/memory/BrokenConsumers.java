package dev.daybook.testkit.memory;

import dev.daybook.ports.consumer.ConsumerState;
import dev.daybook.ports.consumer.Lease;
import dev.daybook.ports.consumer.Progress;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Storages that keep consumers wrongly. */
final class BrokenConsumers {

    private BrokenConsumers() {}

    static List<Broken> all() {
        return List.of(
                Broken.consumers(
                        "ignores the fencing token",
                        "who_has_lost_the_lease_is_refused_however_late_and_changes_nothing",
                        (gate, clock) -> new MemoryConsumers(gate, clock) {
                            @Override
                            boolean isHeld(Lease lease, ConsumerState state) {
                                return true;
                            }
                        }),
                Broken.consumers(
                        "gives the lease to everybody who asks",
                        "of_many_who_claim_at_once_one_has_the_lease",
                        (gate, clock) -> new MemoryConsumers(gate, clock) {
                            @Override
                            boolean isAsSeen(Optional<ConsumerState> now, Optional<ConsumerState> seen) {
                                return true;
                            }
                        }),
                Broken.consumers(
                        "lets a checkpoint go back",
                        "a_checkpoint_never_goes_back",
                        (gate, clock) -> new MemoryConsumers(gate, clock) {
                            @Override
                            void requireForwards(ConsumerState state, Progress progress) {
                                // The fault: nothing is required.
                            }
                        }),
                Broken.consumers(
                        "moves the checkpoint and forgets the rows",
                        "the_checkpoint_and_the_rows_are_kept_together",
                        (gate, clock) -> new MemoryConsumers(gate, clock) {
                            @Override
                            public boolean commit(Lease lease, Progress progress) {
                                return super.commit(lease, Progress.to(progress.checkpoint()));
                            }
                        }),
                Broken.consumers(
                        "says that no lease is ever lost",
                        "a_renewal_tells_which_leases_are_lost",
                        (gate, clock) -> new MemoryConsumers(gate, clock) {
                            @Override
                            public Set<Lease> renew(Set<Lease> leases) {
                                super.renew(leases);
                                return Set.of();
                            }
                        }));
    }
}
