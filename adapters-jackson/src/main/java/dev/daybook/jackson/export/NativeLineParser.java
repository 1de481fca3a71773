package dev.daybook.jackson.export;

import dev.daybook.ports.event.StoredEvent;
import tools.jackson.core.JsonParser;

/** Reads Daybook's own lines. */
final class NativeLineParser extends LineParser {

    private static final Draft.Names NAMES = new Draft.Names(
            "id",
            "aggregate_id",
            "timestamp",
            "recorded_at",
            "version",
            "correlation_id",
            "causation_id",
            "content_type");

    @Override
    void field(String name, JsonParser in, byte[] line, Draft draft) {
        switch (name) {
            case "position", "sequence", "version" -> draft.text(name, Values.number(in));
            case "id", "aggregate_id", "type", "timestamp", "recorded_at", "content_type" ->
                draft.text(name, Values.text(in));
            case "actor", "correlation_id", "causation_id", "description" -> draft.text(name, Values.text(in));
            case "metadata" -> draft.entries(Values.entries(in));
            case "tags" -> draft.tags(Values.texts(in));
            case "payload" -> draft.payload(payload(in, line));
            case "payload_base64" -> draft.payload(Values.base64(in));
            case "redacted" -> throw Values.redacted();
            default -> throw Values.foreign(name);
        }
    }

    /** A masked payload is a text, and stands before the field that says so. */
    private static byte[] payload(JsonParser in, byte[] line) {
        if (in.currentToken().isScalarValue()) {
            throw Values.redacted();
        }
        return Values.raw(in, line);
    }

    @Override
    StoredEvent finish(Draft draft) {
        return draft.finish(NAMES);
    }
}
