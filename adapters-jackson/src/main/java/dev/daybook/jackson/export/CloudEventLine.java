package dev.daybook.jackson.export;

import static dev.daybook.jackson.export.TextBuffer.utf8;

import dev.daybook.jackson.Rfc3339;
import dev.daybook.ports.event.Metadata;
import dev.daybook.ports.event.StoredEvent;
import java.net.URI;

/** An event as a CloudEvent 1.0 in the JSON event format. */
final class CloudEventLine implements LineWriter.Format {

    static final String VERSION = "1.0";

    private static final byte[] ID = utf8("{\"specversion\":\"" + VERSION + "\",\"id\":");
    private static final byte[] SOURCE = JsonLine.name("source");
    private static final byte[] TYPE = JsonLine.name("type");
    private static final byte[] SUBJECT = JsonLine.name("subject");
    private static final byte[] TIME = JsonLine.name("time");
    private static final byte[] DATA_CONTENT_TYPE = JsonLine.name("datacontenttype");
    private static final byte[] TYPE_VERSION = JsonLine.name("typeversion");
    private static final byte[] POSITION = JsonLine.name("position");
    private static final byte[] SEQUENCE = JsonLine.name("sequence");
    private static final byte[] RECORDED_AT = JsonLine.name("recordedat");
    private static final byte[] ACTOR = JsonLine.name("actor");
    private static final byte[] CORRELATION_ID = JsonLine.name("correlationid");
    private static final byte[] CAUSATION_ID = JsonLine.name("causationid");
    private static final byte[] METADATA = JsonLine.name("metadata");
    private static final byte[] TAGS = JsonLine.name("tags");
    private static final byte[] REDACTED = JsonLine.name("redacted");
    private static final byte[] DESCRIPTION = JsonLine.name("description");
    private static final byte[] DATA = JsonLine.name("data");
    private static final byte[] DATA_BASE64 = JsonLine.name("data_base64");

    private final String source;

    CloudEventLine(URI source) {
        this.source = source.toString();
    }

    @Override
    public void write(Shown shown, TextBuffer out) {
        attributes(shown.event(), out);
        extensions(shown.event(), out);
        if (!shown.redacted().isEmpty()) {
            out.raw(REDACTED).string(JsonLine.text(inner -> JsonLine.strings(inner, shown.redacted())));
        }
        JsonLine.optional(out, DESCRIPTION, shown.description());
        JsonLine.payload(out, shown, DATA, DATA_BASE64);
        out.raw('}');
    }

    private void attributes(StoredEvent event, TextBuffer out) {
        out.raw(ID).string(event.id().toString());
        out.raw(SOURCE).string(source);
        out.raw(TYPE).string(event.type().name());
        out.raw(SUBJECT).string(event.aggregateId());
        out.raw(TIME).string(Rfc3339.format(event.timestamp()));
        out.raw(DATA_CONTENT_TYPE).string(event.payload().contentType());
    }

    private static void extensions(StoredEvent event, TextBuffer out) {
        Metadata metadata = event.metadata();
        out.raw(TYPE_VERSION).number(event.type().version());
        out.raw(POSITION).raw('"').number(event.position()).raw('"');
        out.raw(SEQUENCE).raw('"').number(event.sequence()).raw('"');
        out.raw(RECORDED_AT).string(Rfc3339.format(event.recordedAt()));
        JsonLine.optional(out, ACTOR, metadata.actor().orElse(null));
        JsonLine.optional(out, CORRELATION_ID, metadata.correlationId().orElse(null));
        JsonLine.optional(out, CAUSATION_ID, metadata.causationId().orElse(null));
        if (!metadata.entries().isEmpty()) {
            out.raw(METADATA).string(JsonLine.text(inner -> JsonLine.entries(inner, metadata.entries())));
        }
        if (!event.tags().isEmpty()) {
            out.raw(TAGS).string(JsonLine.text(inner -> JsonLine.tags(inner, event.tags())));
        }
    }
}
