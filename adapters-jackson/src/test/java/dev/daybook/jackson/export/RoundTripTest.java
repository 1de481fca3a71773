package dev.daybook.jackson.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.Metadata;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.event.Tag;
import dev.daybook.ports.export.ExportWriter;
import dev.daybook.ports.log.EventCursor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RoundTripTest {

    private static final long SEED = 11;
    private static final int EVENTS = 10_000;

    private final StoredEvent event = new StoredEvent(
            7,
            2,
            Instant.parse("2026-03-01T09:30:01Z"),
            new NewEvent(
                    new UUID(1, 2),
                    "order_123",
                    new EventType("order_placed", 2),
                    Payload.json("{\"price\": 1.50}"),
                    Instant.parse("2026-03-01T09:30:00.000001Z"),
                    Metadata.by("alice").withCorrelationId("c").with("host", "a"),
                    Set.of(Tag.of("desk", "fx"))));

    @Test
    void ndjson_comes_back_to_an_equal_log() {
        assertRoundTrip(Exports.plain()::ndjson, Imports::ndjson);
        assertRoundTrip(Exports.plain().described(e -> "it \"happened\"\n")::ndjson, Imports::ndjson);
    }

    @Test
    void cloud_events_come_back_to_an_equal_log() {
        assertRoundTrip(Exports.plain()::cloudEvents, Imports::cloudEvents);
        assertRoundTrip(
                Exports.plain().described(e -> "words").source(URI.create("https://desk.example/log"))::cloudEvents,
                Imports::cloudEvents);
    }

    @Test
    void a_line_is_as_documented() {
        assertThat(written(Exports.plain()::ndjson, List.of(event)))
                .isEqualTo("{\"position\":7,\"aggregate_id\":\"order_123\",\"sequence\":2,"
                        + "\"id\":\"00000000-0000-0001-0000-000000000002\",\"type\":\"order_placed\",\"version\":2,"
                        + "\"timestamp\":\"2026-03-01T09:30:00.000001Z\",\"recorded_at\":\"2026-03-01T09:30:01.000000Z\","
                        + "\"actor\":\"alice\",\"correlation_id\":\"c\",\"metadata\":{\"host\":\"a\"},\"tags\":[\"desk:fx\"],"
                        + "\"content_type\":\"application/json\",\"payload\":{\"price\": 1.50}}\n");
    }

    @Test
    void a_cloud_event_has_what_the_specification_asks_for() {
        JsonNode json = JsonMapper.shared().readTree(written(Exports.plain()::cloudEvents, List.of(event)));

        assertThat(json.get("specversion").stringValue()).isEqualTo("1.0");
        assertThat(json.get("id").stringValue()).isEqualTo("00000000-0000-0001-0000-000000000002");
        assertThat(json.get("source").stringValue()).isEqualTo("urn:daybook");
        assertThat(json.get("type").stringValue()).isEqualTo("order_placed");
        assertThat(json.get("subject").stringValue()).isEqualTo("order_123");
        assertThat(json.get("time").stringValue()).isEqualTo("2026-03-01T09:30:00.000001Z");
        assertThat(json.get("data").get("price").decimalValue()).isEqualByComparingTo("1.5");
        assertThat(json.propertyNames()).allMatch(name -> name.matches("[a-z0-9]+|data_base64"));
        assertThat(json.propertyStream().filter(field -> !field.getKey().equals("data")))
                .allMatch(
                        field -> field.getValue().isString() || field.getValue().isInt());
    }

    @Test
    void json_is_one_array() {
        List<StoredEvent> events = new RandomEvents(SEED).several(100);

        JsonNode all = JsonMapper.shared().readTree(written(Exports.plain()::json, events));

        assertThat(all.size()).isEqualTo(100);
        assertThat(all.get(99).get("id").stringValue())
                .isEqualTo(events.get(99).id().toString());
        assertThat(written(Exports.plain()::json, List.of())).isEqualTo("[]\n");
        assertThat(written(Exports.plain()::ndjson, List.of())).isEmpty();
    }

    @Test
    void events_reach_the_stream_while_others_are_still_written() {
        int line = written(Exports.plain()::ndjson, List.of(event)).length();
        CountingStream out = new CountingStream();
        try (ExportWriter writer = Exports.plain().ndjson(out)) {
            for (long i = 1; i <= 100_000; i++) {
                writer.write(event);

                assertThat(i * line - out.count).isLessThan(70_000);
            }
        }
        assertThat(out.count).isEqualTo(100_000L * line);
        assertThat(out.closed).isFalse();
    }

    private static final class CountingStream extends OutputStream {

        private long count;
        private boolean closed;

        @Override
        public void write(int b) {
            count++;
        }

        @Override
        public void write(byte[] from, int offset, int length) {
            count += length;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private static void assertRoundTrip(
            Function<OutputStream, ExportWriter> export, Function<InputStream, EventCursor> reading) {
        List<StoredEvent> events = new RandomEvents(SEED).several(EVENTS);

        List<StoredEvent> back = new ArrayList<>();
        byte[] file = written(export, events).getBytes(StandardCharsets.UTF_8);
        try (EventCursor cursor = reading.apply(new ByteArrayInputStream(file))) {
            cursor.forEachRemaining(back::add);
        }

        assertThat(back).isEqualTo(events);
    }

    static String written(Function<OutputStream, ExportWriter> export, List<StoredEvent> events) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ExportWriter writer = export.apply(out)) {
            events.forEach(writer::write);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
