package dev.daybook.jackson.export;

import static dev.daybook.jackson.export.TextBuffer.utf8;

import dev.daybook.jackson.Rfc3339;
import dev.daybook.ports.event.Metadata;
import dev.daybook.ports.event.StoredEvent;

/** An event as Daybook's own JSON object. */
final class NativeLine implements LineWriter.Format {

    private static final byte[] POSITION = utf8("{\"position\":");
    private static final byte[] AGGREGATE_ID = JsonLine.name("aggregate_id");
    private static final byte[] SEQUENCE = JsonLine.name("sequence");
    private static final byte[] ID = JsonLine.name("id");
    private static final byte[] TYPE = JsonLine.name("type");
    private static final byte[] VERSION = JsonLine.name("version");
    private static final byte[] TIMESTAMP = JsonLine.name("timestamp");
    private static final byte[] RECORDED_AT = JsonLine.name("recorded_at");
    private static final byte[] ACTOR = JsonLine.name("actor");
    private static final byte[] CORRELATION_ID = JsonLine.name("correlation_id");
    private static final byte[] CAUSATION_ID = JsonLine.name("causation_id");
    private static final byte[] METADATA = JsonLine.name("metadata");
    private static final byte[] TAGS = JsonLine.name("tags");
    private static final byte[] CONTENT_TYPE = JsonLine.name("content_type");
    private static final byte[] PAYLOAD = JsonLine.name("payload");
    private static final byte[] PAYLOAD_BASE64 = JsonLine.name("payload_base64");
    private static final byte[] REDACTED = JsonLine.name("redacted");
    private static final byte[] DESCRIPTION = JsonLine.name("description");

    @Override
    public void write(Shown shown, TextBuffer out) {
        identity(shown.event(), out);
        metadata(shown.event(), out);
        out.raw(CONTENT_TYPE).string(shown.event().payload().contentType());
        JsonLine.payload(out, shown, PAYLOAD, PAYLOAD_BASE64);
        if (!shown.redacted().isEmpty()) {
            JsonLine.strings(out.raw(REDACTED), shown.redacted());
        }
        JsonLine.optional(out, DESCRIPTION, shown.description());
        out.raw('}');
    }

    private static void identity(StoredEvent event, TextBuffer out) {
        out.raw(POSITION).number(event.position());
        out.raw(AGGREGATE_ID).string(event.aggregateId());
        out.raw(SEQUENCE).number(event.sequence());
        out.raw(ID).string(event.id().toString());
        out.raw(TYPE).string(event.type().name());
        out.raw(VERSION).number(event.type().version());
        out.raw(TIMESTAMP).string(Rfc3339.format(event.timestamp()));
        out.raw(RECORDED_AT).string(Rfc3339.format(event.recordedAt()));
    }

    private static void metadata(StoredEvent event, TextBuffer out) {
        Metadata metadata = event.metadata();
        JsonLine.optional(out, ACTOR, metadata.actor().orElse(null));
        JsonLine.optional(out, CORRELATION_ID, metadata.correlationId().orElse(null));
        JsonLine.optional(out, CAUSATION_ID, metadata.causationId().orElse(null));
        if (!metadata.entries().isEmpty()) {
            JsonLine.entries(out.raw(METADATA), metadata.entries());
        }
        if (!event.tags().isEmpty()) {
            JsonLine.tags(out.raw(TAGS), event.tags());
        }
    }
}
