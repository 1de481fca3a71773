package dev.daybook.cli.command;

import dev.daybook.cli.terminal.Columns;
import dev.daybook.cli.terminal.Printable;
import dev.daybook.cli.terminal.Terminal;
import dev.daybook.jackson.JsonText;
import dev.daybook.jackson.Rfc3339;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.export.ExportWriter;

/** Events as lines of a table, in constant memory. */
final class EventTable implements ExportWriter {

    private final Columns columns;

    EventTable(Terminal terminal) {
        columns = new Columns(terminal, ">POSITION", "TIME", "AGGREGATE", ">SEQ", "TYPE", "ACTOR", "PAYLOAD");
    }

    @Override
    public void write(StoredEvent event) {
        columns.row(
                Long.toString(event.position()),
                Rfc3339.format(event.timestamp()),
                event.aggregateId(),
                Long.toString(event.sequence()),
                event.type().toString(),
                event.metadata().actor().orElse(""),
                content(event.payload()));
    }

    @Override
    public void close() {
        columns.flush();
    }

    /** JSON and other text as it is, anything else by its name. */
    static String content(Payload payload) {
        return JsonText.isUnicode(payload.bytes()) ? Printable.text(payload.text()) : payload.toString();
    }
}
