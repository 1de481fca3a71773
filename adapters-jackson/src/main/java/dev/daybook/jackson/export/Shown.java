package dev.daybook.jackson.export;

import dev.daybook.ports.event.StoredEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An event as it is exported, the places masked in it, and its description. */
record Shown(
        StoredEvent event, List<String> redacted, @Nullable String description) {}
