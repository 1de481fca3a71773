package dev.daybook.jackson.export;

import dev.daybook.ports.event.StoredEvent;
import java.util.List;

/**
 * An event after redaction.
 *
 * @param event the event with its payload masked, or the event itself if nothing was
 * @param paths the JSON pointers (RFC 6901) of what was masked; the empty pointer is the whole payload
 */
public record Redacted(StoredEvent event, List<String> paths) {}
