package dev.daybook.jackson.export;

import dev.daybook.jackson.Rfc3339;
import dev.daybook.ports.event.Metadata;
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

    @Override
    public byte[] line(Shown shown) {
        StoredEvent event = shown.event();
        StringBuilder row = new StringBuilder();
        row.append(event.position()).append(',');
        text(row, event.aggregateId()).append(',');
        row.append(event.sequence()).append(',');
        text(row, event.id().toString()).append(',');
        text(row, event.type().name()).append(',');
        row.append(event.type().version()).append(',');
        text(row, Rfc3339.format(event.timestamp())).append(',');
        text(row, Rfc3339.format(event.recordedAt())).append(',');
        text(row, shown.description() == null ? "" : shown.description()).append(',');
        metadata(row, event);
        text(row, event.payload().contentType()).append(',');
        text(row, payload(shown)).append(',');
        text(row, String.join(" ", shown.redacted().stream().map(CsvLine::named).toList()));
        return row.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void metadata(StringBuilder row, StoredEvent event) {
        Metadata metadata = event.metadata();
        text(row, metadata.actor().orElse("")).append(',');
        text(row, metadata.correlationId().orElse("")).append(',');
        text(row, metadata.causationId().orElse("")).append(',');
        boolean entries = !metadata.entries().isEmpty();
        text(row, entries ? JsonLine.text(out -> JsonLine.entries(out, metadata.entries())) : "")
                .append(',');
        text(row, event.tags().isEmpty() ? "" : JsonLine.text(out -> JsonLine.tags(out, event.tags())))
                .append(',');
    }

    private static String payload(Shown shown) {
        return !shown.redacted().isEmpty()
                        || JsonLine.isEmbeddable(shown.event().payload())
                ? shown.event().payload().text()
                : Base64.getEncoder().encodeToString(shown.event().payload().bytes());
    }

    /** The empty pointer means everything, which an empty cell would not say. */
    private static String named(String pointer) {
        return pointer.isEmpty() ? "(payload)" : pointer;
    }

    /** Quoted always: a spreadsheet that splits at semicolons would else make cells of its own out of a text. */
    static StringBuilder text(StringBuilder row, String text) {
        if (text.isEmpty()) {
            return row;
        }
        row.append('"');
        if (DANGEROUS.indexOf(text.charAt(0)) >= 0 && !isNumber(text)) {
            row.append('\'');
        }
        return row.append(text.replace("\"", "\"\"")).append('"');
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
