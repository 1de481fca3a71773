package dev.daybook.console.reading;

import dev.daybook.core.consumer.ConsumerHealth;
import java.time.Instant;
import java.util.Optional;

/**
 * A consumer of the log.
 *
 * @param checkpoint up to which position it has handled the log
 * @param lag how many positions it is behind the log
 * @param owner the process that runs it, empty if none does
 * @param movedAt when its checkpoint was last moved
 * @param parked how many events it could not handle
 * @param health how it is, where this process knows it; what of it could quote an event is masked
 */
public record ConsumerRow(
        String name,
        long checkpoint,
        long lag,
        String owner,
        Optional<Instant> movedAt,
        long parked,
        Optional<ConsumerHealth> health) {}
