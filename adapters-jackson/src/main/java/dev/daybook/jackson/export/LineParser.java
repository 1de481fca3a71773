package dev.daybook.jackson.export;

import dev.daybook.jackson.JsonText;
import dev.daybook.ports.event.StoredEvent;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads a line that is one JSON object, field by field. */
abstract class LineParser implements LineCursor.Parser {

    /** Takes the field whose value the parser stands on. */
    abstract void field(String name, JsonParser in, byte[] line, Draft draft);

    abstract StoredEvent finish(Draft draft);

    @Override
    public final StoredEvent parse(byte[] line) {
        Draft draft = new Draft();
        try (JsonParser in = JsonLine.FACTORY.createParser(JsonLine.READING, line)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw new BadLine(
                        "expected one JSON object, as every line of an export is; a JSON array cannot be imported");
            }
            while (in.nextToken() != JsonToken.END_OBJECT) {
                String name = in.currentName();
                in.nextToken();
                field(name, in, line, draft);
            }
            if (in.nextToken() != null) {
                throw new BadLine("expected one JSON object, found more behind it");
            }
        }
        if (!JsonText.isUnicode(line)) {
            throw new BadLine("the bytes are not text in UTF-8; was the file converted?");
        }
        return finish(draft);
    }
}
