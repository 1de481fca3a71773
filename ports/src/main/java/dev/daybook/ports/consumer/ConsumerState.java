package dev.daybook.ports.consumer;

import java.time.Instant;

/**
 * A consumer as the storage has it.
 *
 * @param name the consumer's name
 * @param checkpoint up to which position it has handled the log, 0 for nothing yet
 * @param owner who has the lease, empty if nobody has
 * @param fence how many leases there have been: the fencing token of the newest
 * @param beat how often the lease has been shown to be in use; a lease whose beat stands still is one that nobody uses
 * @param movedAt when the checkpoint was last moved, by the storage's clock
 */
public record ConsumerState(String name, long checkpoint, String owner, long fence, long beat, Instant movedAt) {

    /**
     * Whether nobody has the lease.
     *
     * @return true if it can be had at once
     */
    public boolean isFree() {
        return owner.isEmpty();
    }
}
