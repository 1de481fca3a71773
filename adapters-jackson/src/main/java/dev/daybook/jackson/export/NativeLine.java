package dev.daybook.jackson.export;

import dev.daybook.jackson.Rfc3339;
import dev.daybook.ports.event.Metadata;
import dev.daybook.ports.event.StoredEvent;
import tools.jackson.core.JsonGenerator;

/** An event as Daybook's own JSON object. */
final class NativeLine implements LineWriter.Format {

    private final JsonLines lines = new JsonLines();

    @Override
    public byte[] line(Shown shown) {
        return lines.write(out -> {
            out.writeStartObject();
            identity(out, shown.event());
            metadata(out, shown.event());
            out.writeStringProperty("content_type", shown.event().payload().contentType());
            JsonLine.payload(out, shown, "payload", "payload_base64");
            if (!shown.redacted().isEmpty()) {
                out.writeName("redacted");
                JsonLine.texts(out, shown.redacted());
            }
            JsonLine.optional(out, "description", shown.description());
            out.writeEndObject();
        });
    }

    private static void identity(JsonGenerator out, StoredEvent event) {
        out.writeNumberProperty("position", event.position());
        out.writeStringProperty("aggregate_id", event.aggregateId());
        out.writeNumberProperty("sequence", event.sequence());
        out.writeStringProperty("id", event.id().toString());
        out.writeStringProperty("type", event.type().name());
        out.writeNumberProperty("version", event.type().version());
        out.writeStringProperty("timestamp", Rfc3339.format(event.timestamp()));
        out.writeStringProperty("recorded_at", Rfc3339.format(event.recordedAt()));
    }

    private static void metadata(JsonGenerator out, StoredEvent event) {
        Metadata metadata = event.metadata();
        JsonLine.optional(out, "actor", metadata.actor().orElse(null));
        JsonLine.optional(out, "correlation_id", metadata.correlationId().orElse(null));
        JsonLine.optional(out, "causation_id", metadata.causationId().orElse(null));
        if (!metadata.entries().isEmpty()) {
            out.writeName("metadata");
            JsonLine.entries(out, metadata.entries());
        }
        if (!event.tags().isEmpty()) {
            out.writeName("tags");
            JsonLine.tags(out, event.tags());
        }
    }
}
