package dev.daybook.jackson.export;

import dev.daybook.jackson.JsonText;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.Tag;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** What the two JSON formats share. */
final class JsonLine {

    /** Reads what was embedded: as deep as a payload may be, and a little deeper for what is around it. */
    static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(StreamReadConstraints.DEFAULT_MAX_DEPTH + 10)
                    .build())
            .build();

    static final ObjectReadContext READING = ObjectReadContext.empty();

    private static final int USUAL_TEXT = 256;

    private JsonLine() {}

    /** The name of a field that is not the first of its object, with what stands before and behind it. */
    static byte[] name(String plain) {
        return TextBuffer.utf8(",\"" + plain + "\":");
    }

    static void optional(TextBuffer out, byte[] name, @Nullable String value) {
        if (value != null) {
            out.raw(name).string(value);
        }
    }

    /** Embeds a payload so that it is one line and its bytes can be cut out again; else as Base64. */
    static void payload(TextBuffer out, Shown shown, byte[] name, byte[] base64Name) {
        Payload payload = shown.event().payload();
        if (!shown.redacted().isEmpty() || isEmbeddable(payload)) {
            out.raw(name).raw(payload.bytes());
        } else {
            out.raw(base64Name)
                    .raw('"')
                    .raw(Base64.getEncoder().encode(payload.bytes()))
                    .raw('"');
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

    static void entries(TextBuffer out, Map<String, String> entries) {
        char before = '{';
        for (Map.Entry<String, String> entry : entries.entrySet()) {
            out.raw(before).string(entry.getKey()).raw(':').string(entry.getValue());
            before = ',';
        }
        out.raw('}');
    }

    static void tags(TextBuffer out, Set<Tag> tags) {
        strings(out, tags.stream().map(Tag::toString).sorted().toList());
    }

    static void strings(TextBuffer out, List<String> texts) {
        char before = '[';
        for (String text : texts) {
            out.raw(before).string(text);
            before = ',';
        }
        out.raw(']');
    }

    /** JSON for a place that takes text only. */
    static byte[] text(Consumer<TextBuffer> content) {
        TextBuffer text = new TextBuffer(USUAL_TEXT);
        content.accept(text);
        return text.toBytes();
    }
}
