package dev.daybook.examples.demo.story;

import dev.daybook.core.audit.AuditTrail;
import dev.daybook.examples.terminal.Terminal;
import dev.daybook.ports.codec.EventCodec;
import java.nio.file.Path;

/** The log as files for others, and how large it is itself. */
final class ExportChapter {
    private final Terminal terminal;

    ExportChapter(Terminal terminal, AuditTrail trail, EventCodec codec) {
        this.terminal = terminal;
    }

    void tell(Path file) {
        terminal.heading("Export");
    }
}
