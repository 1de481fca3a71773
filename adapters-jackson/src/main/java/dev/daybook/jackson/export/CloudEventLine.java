package dev.daybook.jackson.export;

import dev.daybook.jackson.Rfc3339;
import dev.daybook.ports.event.Metadata;
import dev.daybook.ports.event.StoredEvent;
import java.net.URI;
import tools.jackson.core.JsonGenerator;

/** An event as a CloudEvent 1.0 in the JSON event format. */
final class CloudEventLine implements LineWriter.Format {

    static final String VERSION = "1.0";

    private final JsonLines lines = new JsonLines();
    private final String source;

    CloudEventLine(URI source) {
        this.source = source.toString();
    }

    @Override
    public byte[] line(Shown shown) {
        return lines.write(out -> {
            out.writeStartObject();
            attributes(out, shown.event());
            extensions(out, shown.event());
            if (!shown.redacted().isEmpty()) {
                out.writeStringProperty("redacted", JsonLine.text(inner -> JsonLine.texts(inner, shown.redacted())));
            }
            JsonLine.optional(out, "description", shown.description());
            JsonLine.payload(out, shown, "data", "data_base64");
            out.writeEndObject();
        });
    }

    private void attributes(JsonGenerator out, StoredEvent event) {
        out.writeStringProperty("specversion", VERSION);
        out.writeStringProperty("id", event.id().toString());
        out.writeStringProperty("source", source);
        out.writeStringProperty("type", event.type().name());
        out.writeStringProperty("subject", event.aggregateId());
        out.writeStringProperty("time", Rfc3339.format(event.timestamp()));
        out.writeStringProperty("datacontenttype", event.payload().contentType());
    }

    private static void extensions(JsonGenerator out, StoredEvent event) {
        Metadata metadata = event.metadata();
        out.writeNumberProperty("typeversion", event.type().version());
        out.writeStringProperty("position", Long.toString(event.position()));
        out.writeStringProperty("sequence", Long.toString(event.sequence()));
        out.writeStringProperty("recordedat", Rfc3339.format(event.recordedAt()));
        JsonLine.optional(out, "actor", metadata.actor().orElse(null));
        JsonLine.optional(out, "correlationid", metadata.correlationId().orElse(null));
        JsonLine.optional(out, "causationid", metadata.causationId().orElse(null));
        if (!metadata.entries().isEmpty()) {
            out.writeStringProperty("metadata", JsonLine.text(inner -> JsonLine.entries(inner, metadata.entries())));
        }
        if (!event.tags().isEmpty()) {
            out.writeStringProperty("tags", JsonLine.text(inner -> JsonLine.tags(inner, event.tags())));
        }
    }
}
