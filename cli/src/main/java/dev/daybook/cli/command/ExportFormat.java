package dev.daybook.cli.command;

import dev.daybook.jackson.export.Exports;
import dev.daybook.ports.export.ExportWriter;
import java.io.OutputStream;
import java.util.Locale;

/** In which format events are exported. */
enum ExportFormat {
    /** One JSON array. */
    JSON,
    /** One JSON object a line, which can be imported again. */
    NDJSON,
    /** For spreadsheets. */
    CSV,
    /** CloudEvents 1.0, one a line, which can be imported again. */
    CLOUDEVENTS;

    ExportWriter writer(Exports exports, OutputStream out) {
        return switch (this) {
            case JSON -> exports.json(out);
            case NDJSON -> exports.ndjson(out);
            case CSV -> exports.csv(out);
            case CLOUDEVENTS -> exports.cloudEvents(out);
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
