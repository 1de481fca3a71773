package dev.daybook.core.projection;

import dev.daybook.ports.consumer.ConsumerState;
import dev.daybook.ports.consumer.Consumers;
import dev.daybook.ports.consumer.Lease;
import dev.daybook.ports.consumer.Progress;
import dev.daybook.ports.view.RowChange;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The lease of a version, taken for a moment from whoever has it, in whichever process: its view stands still meanwhile, and what is
 * written goes with the right to it.
 */
final class Takeover implements AutoCloseable {

    private final Consumers consumers;
    private final Lease lease;

    Takeover(Consumers consumers, String version) {
        this.consumers = consumers;
        this.lease = take(consumers, version);
    }

    private static Lease take(Consumers consumers, String version) {
        String owner = UUID.randomUUID().toString();
        while (true) {
            Optional<Lease> taken = consumers.claim(version, owner, consumers.find(version));
            if (taken.isPresent()) {
                return taken.get();
            }
        }
    }

    long checkpoint() {
        return consumers.find(lease.consumer()).map(ConsumerState::checkpoint).orElse(0L);
    }

    /** False if the lease was taken by somebody else meanwhile. */
    boolean write(List<RowChange> changes) {
        return consumers.commit(lease, new Progress(checkpoint(), changes));
    }

    /** Whoever kept the version goes on. */
    @Override
    public void close() {
        consumers.release(lease);
    }
}
