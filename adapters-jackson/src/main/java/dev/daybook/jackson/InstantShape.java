package dev.daybook.jackson;

import dev.daybook.ports.event.Timestamps;
import java.time.DateTimeException;
import java.time.Instant;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Instants, without a String in between. */
final class InstantShape extends TextShape {

    InstantShape() {
        super(
                "a time of RFC 3339",
                value -> Rfc3339.format((Instant) value),
                text -> Timestamps.normal(Rfc3339.parse(text)));
    }

    @Override
    void write(JsonGenerator out, Object value) {
        byte[] text;
        try {
            text = Rfc3339.utf8((Instant) value);
        } catch (IllegalArgumentException e) {
            throw Mismatch.of(e);
        }
        out.writeRawUTF8String(text, 0, text.length);
    }

    @Override
    Object read(JsonParser in) {
        if (in.currentToken() != JsonToken.VALUE_STRING) {
            throw unexpected(in);
        }
        char[] text = in.getStringCharacters();
        try {
            return Timestamps.normal(Rfc3339.parse(text, in.getStringOffset(), in.getStringLength()));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw Mismatch.of(e);
        }
    }
}
