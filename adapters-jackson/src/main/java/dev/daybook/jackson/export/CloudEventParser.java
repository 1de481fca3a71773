package dev.daybook.jackson.export;

import dev.daybook.ports.event.StoredEvent;
import java.util.function.Function;
import tools.jackson.core.JsonParser;

/** Reads CloudEvents that Daybook wrote. */
final class CloudEventParser extends LineParser {

    private static final Draft.Names NAMES = new Draft.Names(
            "id", "subject", "time", "recordedat", "typeversion", "correlationid", "causationid", "datacontenttype");

    @Override
    void field(String name, JsonParser in, byte[] line, Draft draft) {
        switch (name) {
            case "typeversion" -> draft.text(name, Values.number(in));
            case "specversion", "id", "source", "type", "subject", "time", "datacontenttype" ->
                draft.text(name, Values.text(in));
            case "position", "sequence", "recordedat", "actor", "correlationid", "causationid", "description" ->
                draft.text(name, Values.text(in));
            case "metadata" -> draft.entries(within(in, Values::entries));
            case "tags" -> draft.tags(within(in, Values::texts));
            case "data" -> draft.payload(Values.raw(in, line));
            case "data_base64" -> draft.payload(Values.base64(in));
            case "redacted" -> throw Values.redacted();
            default -> throw Values.foreign(name);
        }
    }

    /** JSON in a string. */
    private static <T> T within(JsonParser in, Function<JsonParser, T> read) {
        try (JsonParser inner = JsonLine.FACTORY.createParser(JsonLine.READING, Values.text(in))) {
            inner.nextToken();
            return read.apply(inner);
        }
    }

    @Override
    StoredEvent finish(Draft draft) {
        String version = draft.required("specversion");
        if (!version.equals(CloudEventLine.VERSION)) {
            throw new BadLine(
                    "expected CloudEvents " + CloudEventLine.VERSION + ", found version " + Values.shortened(version));
        }
        return draft.finish(NAMES);
    }
}
