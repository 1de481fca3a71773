package dev.daybook.jackson.export;

import dev.daybook.jackson.JsonText;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.Tag;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** What the two JSON formats share. */
final class JsonLine {

    /** Reads what was embedded: as deep as a payload may be, and a little deeper for what is around it. */
    static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(StreamReadConstraints.DEFAULT_MAX_DEPTH + 10)
                    .build())
            // Between two lines stands what the format says.
            .rootValueSeparator("")
            .build();

    static final ObjectReadContext READING = ObjectReadContext.empty();

    private static final int USUAL = 512;

    private JsonLine() {}

    static byte[] write(Consumer<JsonGenerator> content) {
        ByteArrayOutputStream line = new ByteArrayOutputStream(USUAL);
        try (JsonGenerator out = FACTORY.createGenerator(ObjectWriteContext.empty(), line)) {
            content.accept(out);
        }
        return line.toByteArray();
    }

    static void optional(JsonGenerator out, String name, @Nullable String value) {
        if (value != null) {
            out.writeStringProperty(name, value);
        }
    }

    /** Embeds a payload so that it is one line and its bytes can be cut out again; else as Base64. */
    static void payload(JsonGenerator out, Shown shown, String name, String base64Name) {
        Payload payload = shown.event().payload();
        if (!shown.redacted().isEmpty() || isEmbeddable(payload)) {
            out.writeName(name);
            out.writeRawValue(new RawJson(payload.bytes()));
        } else {
            out.writeBinaryProperty(base64Name, payload.bytes());
        }
    }

    static boolean isEmbeddable(Payload payload) {
        byte[] bytes = payload.bytes();
        if (!isJsonType(payload.contentType()) || bytes.length < 2) {
            return false;
        }
        byte first = bytes[0];
        byte last = bytes[bytes.length - 1];
        boolean whole = (first == '{' && last == '}') || (first == '[' && last == ']');
        return whole && isOneLine(bytes) && JsonText.isJson(bytes);
    }

    static boolean isJsonType(String contentType) {
        return contentType.equals(Payload.JSON)
                || contentType.startsWith(Payload.JSON + ";")
                || contentType.endsWith("+json");
    }

    private static boolean isOneLine(byte[] bytes) {
        for (byte b : bytes) {
            if (b == '\n' || b == '\r') {
                return false;
            }
        }
        return true;
    }

    static void entries(JsonGenerator out, Map<String, String> entries) {
        out.writeStartObject();
        entries.forEach(out::writeStringProperty);
        out.writeEndObject();
    }

    static void tags(JsonGenerator out, Set<Tag> tags) {
        texts(out, tags.stream().map(Tag::toString).sorted().toList());
    }

    static void texts(JsonGenerator out, List<String> texts) {
        out.writeStartArray();
        texts.forEach(out::writeString);
        out.writeEndArray();
    }

    static String text(Consumer<JsonGenerator> content) {
        return new String(write(content), java.nio.charset.StandardCharsets.UTF_8);
    }
}
