package dev.daybook.console.reading;

import dev.daybook.jackson.export.Exports;
import dev.daybook.jackson.export.Redacted;
import dev.daybook.ports.event.StoredEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * An event as somebody may see it.
 *
 * @param event the event, masked
 * @param redacted the JSON pointers (RFC 6901) of what was masked; the empty pointer is the whole payload
 * @param description what happened, in words
 */
public record ShownEvent(StoredEvent event, List<String> redacted, String description) {

    /** The event as every export writes it. */
    public String json() {
        return new String(Exports.bytes(new Redacted(event, redacted), description), StandardCharsets.UTF_8);
    }
}
