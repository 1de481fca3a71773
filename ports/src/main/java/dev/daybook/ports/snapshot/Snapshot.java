package dev.daybook.ports.snapshot;

import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.Timestamps;
import java.time.Instant;

/**
 * A fold's state at a sequence.
 *
 * @param aggregateId what was folded: an aggregate, or the name of a fold over the whole log
 * @param sequence up to which sequence (of a fold over the whole log: position) it was folded
 * @param fingerprint identifies the fold that made it; another fold must not load it
 * @param latest the latest timestamp of the events in it
 * @param takenAt when it was made
 * @param state the state
 */
public record Snapshot(
        String aggregateId, long sequence, String fingerprint, Instant latest, Instant takenAt, Payload state) {

    /**
     * Cuts both times to microseconds, as every storage keeps them.
     *
     * @throws IllegalArgumentException if a time is outside of the bounds of {@link Timestamps}
     */
    public Snapshot {
        latest = Timestamps.normal(latest);
        takenAt = Timestamps.normal(takenAt);
    }
}
