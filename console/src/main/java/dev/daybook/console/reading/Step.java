package dev.daybook.console.reading;

import dev.daybook.console.difference.Change;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * One step in the history of an aggregate.
 *
 * @param event what happened
 * @param state the state after it
 * @param changes what it has changed
 */
public record Step(ShownEvent event, JsonNode state, List<Change> changes) {}
