package dev.daybook.console.reading;

import java.util.List;
import java.util.Optional;

/**
 * Some events, and how to go on.
 *
 * @param next the cursor of the next page; empty at the end
 */
public record EventPage(List<ShownEvent> events, Optional<String> next) {}
