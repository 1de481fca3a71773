package dev.daybook.core.projection;

import java.time.Instant;

/**
 * A version of a projection's view as the storage has it.
 *
 * @param name the projection's name
 * @param version its version
 * @param isInline whether it is kept with the appends, rather than beside the log
 * @param isServed whether readers get this version, as far as {@link Versions} has ever been told to switch
 * @param isDropped whether its rows were removed for good
 * @param checkpoint up to which position the log is in it
 * @param movedAt when it was last moved, by the storage's clock
 * @param isHeld whether somebody keeps it, as far as that can be told: whoever was killed has not given it back
 */
public record ProjectionState(
        String name,
        int version,
        boolean isInline,
        boolean isServed,
        boolean isDropped,
        long checkpoint,
        Instant movedAt,
        boolean isHeld) {}
