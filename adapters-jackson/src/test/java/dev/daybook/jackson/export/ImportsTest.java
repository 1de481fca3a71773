package dev.daybook.jackson.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.EventCursor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportsTest {

    private static final List<StoredEvent> EVENTS = new RandomEvents(3).several(50);
    private static final String LINES = RoundTripTest.written(Exports.plain()::ndjson, EVENTS);
    private static final String CLOUD = RoundTripTest.written(Exports.plain()::cloudEvents, EVENTS);
    private static final String GOOD = """
            {"position":1,"aggregate_id":"a","sequence":1,"id":"00000000-0000-0001-0000-000000000002","type":"t","version":1,\
            "timestamp":"2026-03-01T09:30:00Z","recorded_at":"2026-03-01T09:30:00Z","content_type":"application/json",\
            "payload":{}}""";

    @Test
    void blank_lines_line_ends_and_a_byte_order_mark_of_other_systems_are_taken() {
        String windows = "\uFEFF\r\n" + GOOD + "\r\n \r\n" + GOOD;

        assertThat(read(windows)).hasSize(2);
        assertThat(read("")).isEmpty();
        assertThat(read("\uFEFF" + GOOD)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "position":1,                  | "position":0,           | expected a number from 1
                    "position":1,                  | "position":"1",         | expected a whole number as "position"
                    "position":1,                  | ``                      | expected the field "position"
                    "sequence":1,                  | "sequence":99999999999999999999, | expected a number from 1
                    "version":1,                   | "version":2147483648,   | expected a number from 1 to 2147483647
                    "payload":{}                   | "payload":"***","redacted":[""] | redacted
                    "payload":{}                   | "payload":{},"redacted":["/a"]  | without redaction
                    "payload":{}                   | "actor":"a"             | expected a payload
                    "payload":{}                   | "payload_base64":"%%"   | not readable as JSON
                    "payload":{}                   | "payload":{},"payload":{} | two payloads
                    "payload":{}                   | "payload":{},"x":1      | "x" is not of a Daybook export
                    "payload":{}                   | "payload":{             | cut off
                    "type":"t"                     | "type":""               | event type is empty
                    "type":"t"                     | "type":"t","type":"u"   | there twice
                    "id":"00000000-                | "id":"0000000-          | expected a UUID
                    "timestamp":"2026-03-01T       | "timestamp":"2026-03-01 | RFC 3339
                    "aggregate_id":"a"             | "aggregate_id":"a\\ud800" | half
                    "payload":{}                   | "payload":{},"tags":["a"] | has no colon
                    "payload":{}                   | "payload":{},"metadata":{"a":1} | expected a text as "a"
                    {"position"                    | [{"position"            | expected one JSON object
                    """)
    void a_line_that_does_not_fit_is_named_with_what_to_do(String part, String replaced, String problem) {
        String lines = GOOD + "\n\n" + GOOD.replace(part, replaced) + "\n" + GOOD;

        assertThatThrownBy(() -> read(lines))
                .isInstanceOf(ImportException.class)
                .hasMessageStartingWith("line 3: ")
                .hasMessageContaining(problem.equals("half") ? "" : problem);
    }

    @Test
    void a_time_of_recording_is_kept_to_the_microsecond_and_within_the_years_of_rfc_3339() {
        String recorded = "\"recorded_at\":\"2026-03-01T09:30:00Z\"";
        String finer = GOOD.replace(recorded, "\"recorded_at\":\"2026-03-01T09:30:00.0000019Z\"");
        String later = GOOD.replace(recorded, "\"recorded_at\":\"9999-12-31T23:59:59-01:00\"");

        assertThat(read(finer).getFirst().recordedAt()).isEqualTo(Instant.parse("2026-03-01T09:30:00.000001Z"));
        assertThatThrownBy(() -> read(later))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("years RFC 3339 can write");
    }

    @Test
    void after_a_bad_line_nothing_is_passed_over() {
        EventCursor cursor = Imports.ndjson(stream("{}\n" + GOOD));

        assertThatThrownBy(cursor::hasNext).isInstanceOf(ImportException.class);
        assertThat(cursor.hasNext()).isFalse();
        assertThatThrownBy(cursor::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void cloud_events_of_others_are_refused() {
        String foreign = "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/x\",\"type\":\"t\",\"data\":{}}";

        assertThatThrownBy(() -> readCloud(foreign)).hasMessageContaining("line 1: expected the field");
        assertThatThrownBy(() -> readCloud(GOOD)).isInstanceOf(ImportException.class);
        assertThatThrownBy(() -> readCloud(CLOUD.replace("\"1.0\"", "\"0.3\"")))
                .hasMessageContaining("CloudEvents 1.0");
        assertThatThrownBy(() -> readCloud(foreign.replace("}}", "},\"traceparent\":\"x\"}")))
                .hasMessageContaining("\"traceparent\" is not of a Daybook export");
    }

    @Test
    void a_redacted_export_is_refused_in_both_formats() {
        Exports masked =
                Exports.plain().redacted(Redaction.builder().field("*", "").build());

        assertThatThrownBy(() -> read(RoundTripTest.written(masked::ndjson, EVENTS)))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("made without redaction");
        assertThatThrownBy(() -> readCloud(RoundTripTest.written(masked::cloudEvents, EVENTS)))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("made without redaction");
    }

    @Test
    void a_line_without_an_end_does_not_fill_the_memory() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                Arrays.fill(into, offset, offset + length, (byte) 'x');
                return length;
            }
        };

        assertThatThrownBy(() -> Imports.ndjson(endless).hasNext())
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("longer than");
    }

    @Test
    void an_unreadable_stream_is_said_to_be_one() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                throw new IOException("gone");
            }
        };

        assertThatThrownBy(() -> Imports.ndjson(broken).hasNext()).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void damaged_lines_are_read_or_refused_and_nothing_else() {
        Random random = new Random(9);
        for (int i = 0; i < 5_000; i++) {
            byte[] damaged = (random.nextBoolean() ? LINES : CLOUD).getBytes(StandardCharsets.UTF_8);
            damaged[random.nextInt(1000)] = (byte) random.nextInt();
            try (EventCursor cursor = Imports.ndjson(new ByteArrayInputStream(damaged, 0, 1000))) {
                cursor.forEachRemaining(event -> assertThat(event.position()).isPositive());
            } catch (ImportException refused) {
                assertThat(refused.line()).isPositive();
            } catch (RuntimeException e) {
                fail("not an ImportException", e);
            }
        }
    }

    private static List<StoredEvent> read(String lines) {
        List<StoredEvent> events = new ArrayList<>();
        try (EventCursor cursor = Imports.ndjson(stream(lines))) {
            cursor.forEachRemaining(events::add);
        }
        return events;
    }

    private static void readCloud(String lines) {
        try (EventCursor cursor = Imports.cloudEvents(stream(lines))) {
            cursor.forEachRemaining(event -> assertThat(event).isNotNull());
        }
    }

    private static InputStream stream(String lines) {
        return new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8));
    }
}
