package dev.daybook.examples.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.cli.terminal.Look;
import dev.daybook.cli.terminal.Output;
import dev.daybook.cli.terminal.Terminal;
import dev.daybook.core.Daybook;
import dev.daybook.core.audit.AuditFilter;
import dev.daybook.core.transfer.EventImport;
import dev.daybook.core.transfer.ImportReport;
import dev.daybook.examples.demo.Demo;
import dev.daybook.examples.demo.plan.DeskPlan;
import dev.daybook.examples.desk.catalog.DeskEvents;
import dev.daybook.jackson.JacksonCodec;
import dev.daybook.jackson.export.Exports;
import dev.daybook.jackson.export.Imports;
import dev.daybook.ports.event.EventIds;
import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.Metadata;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.event.Tag;
import dev.daybook.ports.export.ExportWriter;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.storage.Storage;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a log exports, another takes in, and is the same log then. */
class RoundTripTest {

    private static final int EVENTS = 2_500;
    private static final JacksonCodec CODEC =
            JacksonCodec.of(DeskEvents.classes().toArray(Class<?>[]::new));

    @TempDir
    private Path folder;

    @Test
    void a_log_exported_as_ndjson_is_imported_to_an_equal_one() throws IOException {
        comesBackEqual(Exports.plain()::ndjson, Imports::ndjson);
    }

    @Test
    void a_log_exported_as_cloud_events_is_imported_to_an_equal_one() throws IOException {
        comesBackEqual(Exports.plain()::cloudEvents, Imports::cloudEvents);
    }

    private void comesBackEqual(Function<OutputStream, ExportWriter> format, Function<InputStream, EventCursor> reader)
            throws IOException {
        Path original = folder.resolve("original.db");
        new Demo(
                        new Terminal(Output.of(OutputStream.nullOutputStream(), Look.plain())),
                        original,
                        DeskPlan.of(EVENTS, 1))
                .run();
        addUnusual(original);
        Path file = folder.resolve("export.txt");
        assertThat(export(original, file, format)).isEqualTo(EVENTS + 2);

        Path copy = folder.resolve("copy.db");
        assertThat(take(file, reader, copy)).isEqualTo(new ImportReport(EVENTS + 2, 0));
        assertThat(events(copy)).isEqualTo(events(original));
        assertThat(take(file, reader, copy)).isEqualTo(new ImportReport(0, EVENTS + 2));
    }

    private static long export(Path log, Path file, Function<OutputStream, ExportWriter> format) throws IOException {
        try (Storage storage = Storage.open("sqlite:" + log);
                Daybook daybook = Daybook.builder(storage, CODEC).build();
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                ExportWriter writer = format.apply(out)) {
            return daybook.auditTrail().export(AuditFilter.everything(), writer);
        }
    }

    private static ImportReport take(Path file, Function<InputStream, EventCursor> reader, Path log)
            throws IOException {
        try (Storage storage = Storage.open("sqlite:" + log);
                EventCursor events = reader.apply(new BufferedInputStream(Files.newInputStream(file)))) {
            return new EventImport(storage.log()).run(events);
        }
    }

    /** What the desk never writes: content that is not JSON, and words in every script. */
    private static void addUnusual(Path log) {
        EventIds ids = new EventIds();
        Instant early = Instant.parse("0001-01-01T00:00:00.000001Z");
        try (Storage storage = Storage.open("sqlite:" + log)) {
            storage.log()
                    .append(Append.of(List.of(
                            NewEvent.of(
                                            ids.next(),
                                            "caf\u00e9 \ud83d\udcd2",
                                            new EventType("scanned", 7),
                                            Payload.of("application/octet-stream", new byte[] {0, -1, 10, 13}),
                                            early)
                                    .tagged(Tag.of("\u5e97", "a:b"), Tag.of("shop", " ")),
                            NewEvent.of(
                                            ids.next(),
                                            "caf\u00e9 \ud83d\udcd2",
                                            EventType.of("noted"),
                                            Payload.json("{ \"n\" : 1.10 ,\n\"n\":\"\\u00e9\" }"),
                                            early)
                                    .with(Metadata.by("\u00c9ve").with("ip", "").with("a=b", "\n\"")))));
        }
    }

    /** All of each event but when this log took it. */
    private static List<List<Object>> events(Path log) {
        try (Storage storage = Storage.open("sqlite:" + log);
                Stream<StoredEvent> events = storage.log().read(Query.all(), Range.all()).stream()) {
            return events.map(one -> List.<Object>of(one.position(), one.sequence(), one.event()))
                    .toList();
        }
    }
}
