package dev.daybook.console.reading;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/**
 * The state of an aggregate.
 *
 * @param aggregateId the aggregate
 * @param sequence the sequence of the last event in it, 0 if there is none
 * @param latest the latest timestamp in it
 * @param state the state
 * @param by what folded it: the name of the aggregate's rules, or {@link #LAST_VALUES}
 */
public record Folded(String aggregateId, long sequence, Instant latest, JsonNode state, String by) {

    /** Nobody has given the console rules for the aggregate, or what they fold may not be seen: each field has its last value. */
    public static final String LAST_VALUES = "last values";
}
