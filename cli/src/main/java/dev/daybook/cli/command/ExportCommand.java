package dev.daybook.cli.command;

import dev.daybook.cli.terminal.Figures;
import dev.daybook.cli.terminal.Progress;
import dev.daybook.cli.terminal.Style;
import dev.daybook.cli.terminal.Terminal;
import dev.daybook.core.audit.AuditFilter;
import dev.daybook.jackson.export.Exports;
import dev.daybook.jackson.export.Redaction;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.export.ExportWriter;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Exports events. */
@Command(
        name = "export",
        header = "write events as JSON, NDJSON, CSV or CloudEvents",
        description = {
            "Exports events, the oldest first, as they are at this moment, to standard output or to a file, which is there when it"
                    + " is complete and not before. The same filters as with daybook events.",
            "What is exported as ndjson or cloudevents can be imported again, unless something of it is masked."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  daybook export sqlite:daybook.db --format csv -o events.csv",
            "  daybook export sqlite:daybook.db --redact customer_registered:/email --redact /iban | gzip > events.ndjson.gz"
        })
final class ExportCommand extends LogCommand {

    @Mixin
    private final FilterOptions filter = new FilterOptions();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "ndjson",
            description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private ExportFormat format = ExportFormat.NDJSON;

    @Option(
            names = "--redact",
            paramLabel = "[TYPE:]PATH",
            description =
                    "Mask a field of the payload, of one event type or of every type: PATH is a JSON pointer such as"
                            + " /owner/address, in which * is any one field and ** any number of them. Given again, further fields.")
    private List<String> redacted = List.of();

    @Option(
            names = {"-n", "--limit"},
            paramLabel = "N",
            description = "At most so many, from 1 (default: all).")
    private int limit;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "The file to make; one that exists is refused.")
    private @Nullable Path file;

    @Option(names = "--overwrite", description = "Replace a file that exists.")
    private boolean overwrite;

    ExportCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    int run(OpenLog log) {
        Exports exports = Exports.plain().redacted(redaction());
        AuditFilter events = filter.filter().oldestFirst().limit(checkedLimit());
        if (file == null) {
            write(log, events, exports, terminal().stream());
            return CommandLines.DONE;
        }
        try (NewFile whole = new NewFile(file, overwrite)) {
            long count = write(log, events, exports, whole.stream());
            whole.complete();
            terminal()
                    .line("%s %s events to %s"
                            .formatted(terminal().styled(Style.BOLD, "Exported"), Figures.count(count), file));
        }
        return CommandLines.DONE;
    }

    private long write(OpenLog log, AuditFilter events, Exports exports, OutputStream out) {
        try (ExportWriter writer = format.writer(exports, out)) {
            if (file == null && terminal().isInteractive()) {
                return log.audit().export(events, writer);
            }
            try (Progress progress = terminal().progress("exporting", log.log().head())) {
                return log.audit().export(events, new Counted(writer, progress));
            }
        }
    }

    private int checkedLimit() {
        if (limit < 0) {
            throw filter.misunderstood("--limit " + limit + " is negative; give a number from 1");
        }
        return limit;
    }

    private Redaction redaction() {
        Redaction.Builder builder = Redaction.builder();
        for (String text : redacted) {
            int colon = text.startsWith("/") ? -1 : text.indexOf(":/");
            if (colon < 0 && !text.startsWith("/")) {
                throw filter.misunderstood("--redact " + text
                        + ": expected a path such as /email, or a type and a path such as customer_registered:/email");
            }
            builder.field(colon < 0 ? "*" : text.substring(0, colon), text.substring(colon + 1));
        }
        return builder.build();
    }

    /** Shows by positions how far it is. */
    private static final class Counted implements ExportWriter {

        private final ExportWriter writer;
        private final Progress progress;
        private long position;

        Counted(ExportWriter writer, Progress progress) {
            this.writer = writer;
            this.progress = progress;
        }

        @Override
        public void write(StoredEvent event) {
            writer.write(event);
            progress.add(event.position() - position);
            position = event.position();
        }

        @Override
        public void close() {
            writer.close();
        }
    }
}
