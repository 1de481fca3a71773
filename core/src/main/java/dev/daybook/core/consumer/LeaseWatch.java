package dev.daybook.core.consumer;

import dev.daybook.ports.consumer.ConsumerState;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** For how long the beat of somebody else's lease has stood still, by a clock that nobody can set. */
final class LeaseWatch {

    private @Nullable ConsumerState seen;
    private long since;

    boolean isUnused(ConsumerState now, Duration validity) {
        ConsumerState before = seen;
        if (before == null || before.fence() != now.fence() || before.beat() != now.beat()) {
            seen = now;
            since = System.nanoTime();
            return false;
        }
        return System.nanoTime() - since >= validity.toNanos();
    }
}
