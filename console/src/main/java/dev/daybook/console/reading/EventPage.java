package dev.daybook.console.reading;

import dev.daybook.core.audit.Page;
import java.util.List;
import java.util.Optional;

/**
 * Some events, and how to go on.
 *
 * @param next the cursor of the next page; empty at the end
 * @param reached how far was searched, where the search was broken off before the page was full
 */
public record EventPage(List<ShownEvent> events, Optional<String> next, Optional<Page.Reached> reached) {}
