package dev.daybook.console.reading;

import dev.daybook.ports.event.StoredEvent;
import tools.jackson.databind.JsonNode;

/** One way to fold aggregates. */
interface Folding {

    /** From state to state. */
    interface Walk {

        /** As it is now. */
        JsonNode state();

        /** As it is after one more event. */
        JsonNode next(StoredEvent event);
    }

    /** Its name, as {@link Folded#by} has it. */
    String name();

    /** The state at a moment, any but a position. */
    Folded at(String aggregateId, Moment moment);

    /** The state after a sequence, as the newest snapshot before it leads to it. */
    Folded fromSnapshot(String aggregateId, long sequence);

    /** From the first event on, without any snapshot. */
    Folded anew(String aggregateId);

    /** Goes on from the state after a sequence. */
    Walk from(String aggregateId, long sequence);

    /** What identifies its snapshots. */
    String fingerprint();

    /** Keeps the state as it is now; false if that could not be done. */
    boolean snapshot(String aggregateId);
}
