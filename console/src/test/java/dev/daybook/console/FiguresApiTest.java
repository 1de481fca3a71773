package dev.daybook.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.console.Shop.Event.Ordered;
import dev.daybook.console.Shop.Event.Sent;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class FiguresApiTest {

    @TempDir
    private Path folder;

    private Shop shop;

    @BeforeEach
    void open() {
        shop = new Shop(folder, UnaryOperator.identity());
        shop.record(new Ordered("lamp", 3, "Ada"), "order_1", "alice", 0);
        shop.record(new Sent(1), "order_1", "alice", 1);
        shop.record(new Sent(1), "order_2", "bob", 60);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void the_log_is_told_in_figures() {
        JsonNode figures = shop.client.json("/api/v1/statistics");

        assertThat(figures.get("head").asLong()).isEqualTo(3);
        assertThat(figures.get("last_minute").asLong()).isEqualTo(3);
        assertThat(figures.get("events").asLong()).isEqualTo(3);
        assertThat(figures.get("per_type")).hasToString("{\"ordered\":1,\"sent\":2}");
        assertThat(figures.get("per_day")).hasToString("{\"2026-01-01\":3}");
        assertThat(figures.get("storage").get("engine").asString()).startsWith("SQLite");
        assertThat(figures.get("storage").get("bytes").asLong()).isPositive();
        assertThat(figures.get("last_day").asLong()).isEqualTo(3);
        assertThat(figures.get("storage").get("bytes_per_day").asLong())
                .as("all events are of today")
                .isEqualTo(figures.get("storage").get("bytes").asLong());
        assertThat(figures.toString())
                .as("where the file is, is nobody's business")
                .doesNotContain("shop.db");
    }

    @Test
    void events_are_counted_over_time_whatever_narrows_them() {
        assertThat(histogram("buckets=10"))
                .hasToString("[{\"start\":\"2026-01-01T12:00:00.000000Z\",\"events\":2},"
                        + "{\"start\":\"2026-01-01T12:01:00.000000Z\",\"events\":1}]");
        assertThat(histogram("type=sent&buckets=1"))
                .hasToString("[{\"start\":\"2026-01-01T12:00:00.000000Z\",\"events\":2}]");
        assertThat(histogram("actor=bob")).hasToString("[{\"start\":\"2026-01-01T12:01:00.000000Z\",\"events\":1}]");
        assertThat(histogram("to=2026-01-01T12:00:00.500Z&buckets=500"))
                .hasToString("[{\"start\":\"2026-01-01T12:00:00.000000Z\",\"events\":1}]");
        assertThat(histogram("type=nothing")).isEmpty();
        assertThat(histogram("to=1999-01-01T00:00:00Z"))
                .as("before the first event")
                .isEmpty();
        assertThat(histogram("text=Ada"))
                .as("what is masked cannot be counted either")
                .isEmpty();
        assertThat(histogram("text=lamp")).hasSize(1);
    }

    @Test
    void what_has_come_since_is_counted_as_well() {
        assertThat(histogram("buckets=1").get(0).get("events").asLong()).isEqualTo(3);
        shop.record(new Sent(1), "order_2", "bob", 61);
        assertThat(histogram("buckets=1").get(0).get("events").asLong()).isEqualTo(4);
        assertThat(shop.client.json("/api/v1/statistics").get("events").asLong())
                .isEqualTo(4);
    }

    /** The Kelvin sign is a letter of its own in a payload, though its small letter is that of K. */
    @Test
    void a_text_is_counted_where_it_is_found() {
        shop.record(new Ordered("300 \u212A lamp", 1, "Eve"), "order_3", "alice", 2);

        assertThat(shop.client.json("/api/v1/events?text=300%20k").get("events"))
                .isEmpty();
        assertThat(histogram("text=300%20k")).isEmpty();
        assertThat(histogram("text=300%20%E2%84%AA")).hasSize(1);
    }

    private JsonNode histogram(String query) {
        JsonNode histogram = shop.client.json("/api/v1/histogram?" + query);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!histogram.get("complete").asBoolean()) {
            assertThat(System.nanoTime()).as("counted in time").isLessThan(deadline);
            histogram = shop.client.json("/api/v1/histogram?" + query);
        }
        assertThat(histogram.get("share").asDouble()).isEqualTo(1);
        return histogram.get("buckets");
    }

    @Test
    void what_is_measured_is_told_as_prometheus_reads_it() {
        shop.client.get("/api/v1/events");
        String metrics = shop.client.get("/metrics").body();

        assertThat(metrics).contains("daybook_log_head 3.0");
        assertThat(metrics).contains("daybook_console_calls_seconds_count{route=\"/api/v1/events\",status=\"200\"} 1");
        assertThat(metrics).contains("daybook_audit_lost_total 0.0");
    }
}
