package dev.daybook.examples.demo.story;

import dev.daybook.cli.terminal.Figures;
import dev.daybook.cli.terminal.Problem;
import dev.daybook.cli.terminal.Style;
import dev.daybook.cli.terminal.Table;
import dev.daybook.cli.terminal.Terminal;
import dev.daybook.core.audit.AuditFilter;
import dev.daybook.core.audit.AuditTrail;
import dev.daybook.jackson.export.Exports;
import dev.daybook.ports.export.ExportWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/** The log as files for others, and how large it is itself. */
final class ExportChapter {

    private final Terminal terminal;
    private final AuditTrail trail;

    ExportChapter(Terminal terminal, AuditTrail trail) {
        this.terminal = terminal;
        this.trail = trail;
    }

    void tell(Path file) {
        terminal.heading("Export");
        String stem = String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
        Exports exports = Exports.plain().described(event -> trail.show(event).description());
        Table table = new Table("file", ">events", ">size");
        row(table, file.resolveSibling(stem + "-events.csv"), exports::csv);
        row(table, file.resolveSibling(stem + "-events.json"), exports::json);
        table.print(terminal);
        long events = trail.statistics().events();
        terminal.line("  the log itself, %s, takes %s: %s bytes an event, indexes and snapshots in it"
                .formatted(
                        terminal.styled(Style.CYAN, file.toString()),
                        Figures.bytes(size(file)),
                        Figures.count(size(file) / Math.max(1, events))));
    }

    private void row(Table table, Path path, Function<OutputStream, ExportWriter> format) {
        long count;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path));
                ExportWriter writer = format.apply(out)) {
            count = trail.export(AuditFilter.everything(), writer);
        } catch (IOException | UncheckedIOException e) {
            throw new Problem(
                    "%s cannot be written (%s); make room or name another folder".formatted(path, e.getMessage()), e);
        }
        table.row(terminal.styled(Style.CYAN, path.toString()), Figures.count(count), Figures.bytes(size(path)));
    }

    private static long size(Path path) {
        try {
            return Files.size(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
