package dev.daybook.console.difference;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A place that has changed.
 *
 * @param path where, as a JSON pointer (RFC 6901); empty for the whole
 * @param before what was there, empty if nothing was
 * @param after what is there, empty if nothing is
 */
public record Change(String path, Optional<JsonNode> before, Optional<JsonNode> after) {}
