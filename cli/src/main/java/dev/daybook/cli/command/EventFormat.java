package dev.daybook.cli.command;

import dev.daybook.cli.terminal.Terminal;
import dev.daybook.jackson.export.Exports;
import dev.daybook.ports.export.ExportWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How events are listed. */
enum EventFormat {
    /** Columns for people. */
    TABLE,
    /** One JSON array. */
    JSON,
    /** One JSON object a line. */
    NDJSON;

    /** What is usual: columns in a terminal, and what programs read elsewhere. */
    static EventFormat usual(@Nullable EventFormat chosen, Terminal terminal) {
        if (chosen != null) {
            return chosen;
        }
        return terminal.isInteractive() ? TABLE : NDJSON;
    }

    ExportWriter writer(Terminal terminal) {
        return switch (this) {
            case TABLE -> new EventTable(terminal);
            case JSON -> Exports.plain().json(terminal.stream());
            case NDJSON -> Exports.plain().ndjson(terminal.stream());
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
