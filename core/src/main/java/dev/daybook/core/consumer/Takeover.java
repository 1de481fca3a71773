package dev.daybook.core.consumer;

import dev.daybook.ports.consumer.ConsumerState;
import dev.daybook.ports.consumer.Consumers;
import dev.daybook.ports.consumer.Lease;
import dev.daybook.ports.consumer.Progress;
import dev.daybook.ports.view.RowChange;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The lease of a consumer, taken for a moment from whoever has it, in whichever process: the consumer stands still meanwhile, and what
 * is written goes with the right to it. Whoever ran it goes on from the checkpoint as soon as it is given back.
 */
public final class Takeover implements AutoCloseable {

    private final Consumers consumers;
    private final Lease lease;

    /**
     * Takes a lease.
     *
     * @param consumers keeps them
     * @param consumer the consumer's name
     */
    public Takeover(Consumers consumers, String consumer) {
        this.consumers = consumers;
        this.lease = take(consumers, consumer);
    }

    private static Lease take(Consumers consumers, String consumer) {
        String owner = UUID.randomUUID().toString();
        while (true) {
            Optional<Lease> taken = consumers.claim(consumer, owner, consumers.find(consumer));
            if (taken.isPresent()) {
                return taken.get();
            }
        }
    }

    /**
     * How far the consumer has come.
     *
     * @return its checkpoint
     */
    public long checkpoint() {
        return consumers.find(lease.consumer()).map(ConsumerState::checkpoint).orElse(0L);
    }

    /**
     * Changes rows of the consumer.
     *
     * @param changes what becomes of them
     * @return false if the lease was taken by somebody else meanwhile, and nothing was changed
     */
    public boolean write(List<RowChange> changes) {
        return consumers.commit(lease, new Progress(checkpoint(), changes));
    }

    /** Whoever ran the consumer goes on. */
    @Override
    public void close() {
        consumers.release(lease);
    }
}
