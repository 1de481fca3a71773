package dev.daybook.cli.command;

import dev.daybook.cli.terminal.Problem;
import dev.daybook.console.reading.Readers;
import dev.daybook.core.Daybook;
import dev.daybook.core.audit.AuditTrail;
import dev.daybook.jackson.JacksonCodec;
import dev.daybook.jackson.export.Redaction;
import dev.daybook.ports.log.EventLog;
import dev.daybook.ports.storage.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A log with what the core knows to do with it, without the classes of anybody's events. */
record OpenLog(LogUrl url, Storage storage, Daybook daybook, JacksonCodec codec) implements AutoCloseable {

    static OpenLog of(LogUrl url, Storage storage) {
        JacksonCodec codec = JacksonCodec.of();
        return new OpenLog(
                url, storage, Daybook.builder(storage, codec).closesStorage().build(), codec);
    }

    EventLog log() {
        return storage.log();
    }

    AuditTrail audit() {
        return daybook.auditTrail();
    }

    /** What a console reads of it. */
    Readers readers() {
        return new Readers(daybook, new Readers.Told(Redaction.none(), Map.of(), List.of(), List.of(), List.of()));
    }

    /** Where it is, without credentials. */
    String name() {
        return storage.description().location();
    }

    /** The size of its file, where it is in one. */
    Optional<Long> bytes() {
        return url.file().map(file -> {
            try {
                return Files.size(file);
            } catch (IOException e) {
                throw new Problem(file + " cannot be looked at: " + e.getMessage(), e);
            }
        });
    }

    @Override
    public void close() {
        daybook.close();
    }
}
