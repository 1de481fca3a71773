package dev.daybook.jackson.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.export.ExportWriter;
import dev.daybook.ports.log.EventCursor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Whatever a file holds, its lines are read or refused with their number; and what was read can be exported and read again. */
class ImportsFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void ndjson_is_read_or_refused(byte[] file) {
        readOrRefused(file, Exports.plain()::ndjson, Imports::ndjson);
    }

    @FuzzTest(maxDuration = "10m")
    void cloud_events_are_read_or_refused(byte[] file) {
        readOrRefused(file, Exports.plain()::cloudEvents, Imports::cloudEvents);
    }

    private static void readOrRefused(
            byte[] file, Function<OutputStream, ExportWriter> writer, Function<InputStream, EventCursor> reader) {
        List<StoredEvent> read = new ArrayList<>();
        try {
            addAll(reader.apply(new ByteArrayInputStream(file)), read);
        } catch (ImportException refused) {
            assertThat(refused.line()).isPositive();
            assertThat(refused).hasMessageStartingWith("line " + refused.line());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ExportWriter export = writer.apply(out)) {
            read.forEach(export::write);
        }
        List<StoredEvent> again = new ArrayList<>();
        addAll(reader.apply(new ByteArrayInputStream(out.toByteArray())), again);
        assertThat(again).isEqualTo(read);
    }

    private static void addAll(EventCursor cursor, List<StoredEvent> events) {
        try (cursor) {
            cursor.forEachRemaining(events::add);
        }
    }
}
