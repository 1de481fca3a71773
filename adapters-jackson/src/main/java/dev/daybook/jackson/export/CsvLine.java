package dev.daybook.jackson.export;

import static dev.daybook.jackson.export.TextBuffer.utf8;

import dev.daybook.jackson.Rfc3339;
import dev.daybook.ports.event.Metadata;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.StoredEvent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** An event as a row of RFC 4180, with cells that no spreadsheet takes for a formula. */
final class CsvLine implements LineWriter.Format {

    static final String HEADER =
            "position,aggregate_id,sequence,id,type,version,timestamp,recorded_at,description,actor,"
                    + "correlation_id,causation_id,metadata,tags,content_type,payload,redacted\r\n";

    /** OWASP, CSV Injection: what begins a formula or a command in one spreadsheet or another, also in full width. */
    private static final String DANGEROUS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private static final int LONGEST_NUMBER = 40;
    private static final byte[] NOTHING = {};
    private static final byte[] END = utf8("\r\n");

    @Override
    public void write(Shown shown, TextBuffer out) {
        StoredEvent event = shown.event();
        out.number(event.position()).raw(',');
        cell(out, event.aggregateId()).raw(',');
        out.number(event.sequence()).raw(',');
        cell(out, event.id().toString()).raw(',');
        cell(out, event.type().name()).raw(',');
        out.number(event.type().version()).raw(',');
        cell(out, Rfc3339.format(event.timestamp())).raw(',');
        cell(out, Rfc3339.format(event.recordedAt())).raw(',');
        cell(out, shown.description() == null ? "" : shown.description()).raw(',');
        metadata(event, out);
        cell(out, event.payload().contentType()).raw(',');
        cell(out, payload(shown)).raw(',');
        cell(out, String.join(" ", shown.redacted().stream().map(CsvLine::named).toList()));
        out.raw(END);
    }

    private static void metadata(StoredEvent event, TextBuffer out) {
        Metadata metadata = event.metadata();
        cell(out, metadata.actor().orElse("")).raw(',');
        cell(out, metadata.correlationId().orElse("")).raw(',');
        cell(out, metadata.causationId().orElse("")).raw(',');
        boolean entries = !metadata.entries().isEmpty();
        cell(out, entries ? JsonLine.text(inner -> JsonLine.entries(inner, metadata.entries())) : NOTHING)
                .raw(',');
        cell(out, event.tags().isEmpty() ? NOTHING : JsonLine.text(inner -> JsonLine.tags(inner, event.tags())))
                .raw(',');
    }

    private static byte[] payload(Shown shown) {
        Payload payload = shown.event().payload();
        return !shown.redacted().isEmpty() || JsonLine.isEmbeddable(payload)
                ? payload.bytes()
                : Base64.getEncoder().encode(payload.bytes());
    }

    /** The empty pointer means everything, which an empty cell would not say. */
    private static String named(String pointer) {
        return pointer.isEmpty() ? "(payload)" : pointer;
    }

    static TextBuffer cell(TextBuffer out, String text) {
        return cell(out, utf8(text));
    }

    /** Quoted always: a spreadsheet that splits at semicolons would else make cells of its own out of a text. */
    private static TextBuffer cell(TextBuffer out, byte[] utf8) {
        if (utf8.length == 0) {
            return out;
        }
        out.raw('"');
        if (isDangerous(utf8)) {
            out.raw('\'');
        }
        return out.doubling('"', utf8).raw('"');
    }

    private static boolean isDangerous(byte[] utf8) {
        boolean isAscii = utf8[0] >= 0;
        if (isAscii && DANGEROUS.indexOf(utf8[0]) < 0) {
            return false;
        }
        String text = new String(utf8, StandardCharsets.UTF_8);
        return DANGEROUS.indexOf(text.charAt(0)) >= 0 && !isNumber(text);
    }

    private static boolean isNumber(String text) {
        if (text.length() > LONGEST_NUMBER || text.chars().anyMatch(c -> c > 'z')) {
            return false;
        }
        try {
            BigDecimal unused = new BigDecimal(text);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
