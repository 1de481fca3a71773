package dev.daybook.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.console.Shop.Event.Ordered;
import dev.daybook.console.Shop.Event.Sent;
import dev.daybook.core.context.Context;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class EventsApiTest {

    @TempDir
    private Path folder;

    private Shop shop;

    @BeforeEach
    void open() {
        shop = new Shop(folder, UnaryOperator.identity());
        shop.record(new Ordered("lamp", 3, "Ada"), "order_1", "alice", 0);
        shop.record(new Ordered("chair", 1, "Bob"), "order_2", "bob", 10);
        shop.record(new Sent(2), "order_1", "alice", 20);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void events_come_newest_first_with_everything_that_an_export_has() {
        JsonNode page = shop.client.json("/api/v1/events");

        assertThat(positions(page)).containsExactly(3L, 2L, 1L);
        JsonNode sent = page.get("events").get(0);
        assertThat(sent.get("aggregate_id").asString()).isEqualTo("order_1");
        assertThat(sent.get("sequence").asLong()).isEqualTo(2);
        assertThat(sent.get("type").asString()).isEqualTo("sent");
        assertThat(sent.get("actor").asString()).isEqualTo("alice");
        assertThat(sent.get("timestamp").asString()).isEqualTo("2026-01-01T12:00:20.000000Z");
        assertThat(sent.get("payload").get("amount").asInt()).isEqualTo(2);
        assertThat(sent.get("description").asString()).isEqualTo("Sent: amount 2");
        assertThat(page.has("next")).isFalse();
    }

    @Test
    void each_parameter_narrows() {
        assertThat(found("aggregate=order_1")).containsExactly(3L, 1L);
        assertThat(found("aggregate=order_1&aggregate=order_2")).containsExactly(3L, 2L, 1L);
        assertThat(found("aggregate=order_1&aggregate=order_1&type=sent&type=sent"))
                .containsExactly(3L);
        assertThat(found("type=ordered")).containsExactly(2L, 1L);
        assertThat(found("actor=bob")).containsExactly(2L);
        assertThat(found("from=2026-01-01T12:00:10Z")).containsExactly(3L, 2L);
        assertThat(found("to=2026-01-01T12:00:10Z")).containsExactly(2L, 1L);
        assertThat(found("text=CHAIR")).containsExactly(2L);
        assertThat(found("order=oldest")).containsExactly(1L, 2L, 3L);
        assertThat(found("limit=1&offset=1")).containsExactly(2L);
        assertThat(found("tag=a:b")).isEmpty();
        assertThat(found("correlation=none")).isEmpty();
        assertThat(found("actor=")).containsExactly(3L, 2L, 1L);
    }

    @Test
    void next_leads_through_all_pages_while_events_are_appended() {
        List<Long> seen = new ArrayList<>();
        String query = "limit=1";
        String next = "";
        do {
            JsonNode page = shop.client.json("/api/v1/events?" + query + next);
            seen.addAll(positions(page));
            next = page.has("next") ? "&cursor=" + page.get("next").asString() : "";
            shop.record(new Sent(1), "order_2", "bob", 30);
        } while (!next.isEmpty());

        assertThat(seen).containsExactly(3L, 2L, 1L);
    }

    @Test
    void what_is_sensitive_is_masked_and_cannot_be_found_by_its_text() {
        HttpResponse<String> response = shop.client.get("/api/v1/events");

        assertThat(response.body()).contains("\"customer\":\"***\"").contains("\"redacted\":[\"/customer\"]");
        assertThat(response.body()).doesNotContain("Ada").doesNotContain("Bob");
        assertThat(found("text=Ada")).isEmpty();
    }

    @Test
    void who_asks_for_what_is_masked_gets_it_and_is_recorded() {
        HttpResponse<String> response = shop.client.get("/api/v1/events?unmask=true&type=ordered");

        assertThat(response.body()).contains("\"customer\":\"Ada\"").contains("\"customer\":\"Bob\"");
        JsonNode recorded = shop.client.json("/api/v1/events?aggregate=daybook_console&unmask=true");
        JsonNode first = recorded.get("events").get(recorded.get("events").size() - 1);
        assertThat(first.get("type").asString()).isEqualTo("console_unmasked");
        assertThat(first.get("actor").asString()).isEqualTo("local");
        assertThat(first.get("payload").get("query").asString()).isEqualTo("unmask=true&type=ordered");
    }

    @Test
    void an_event_comes_with_what_has_led_to_it_and_what_it_has_led_to() {
        JsonNode first = shop.client.json("/api/v1/events/1");
        UUID id = UUID.fromString(first.get("event").get("id").asString());
        Context caused = Context.by("robot").causedBy(id);
        shop.daybook.auditTrail().record(new Sent(1), "order_1", caused);
        shop.daybook.auditTrail().flush(Duration.ofSeconds(10));
        JsonNode second = shop.client.json("/api/v1/events/4");
        UUID secondId = UUID.fromString(second.get("event").get("id").asString());
        shop.daybook
                .auditTrail()
                .record(new Sent(1), "order_9", Context.by("robot").causedBy(secondId));
        shop.daybook.auditTrail().flush(Duration.ofSeconds(10));

        JsonNode last = shop.client.json("/api/v1/events/5");
        assertThat(positions(last, "causes")).containsExactly(4L, 1L);
        assertThat(positions(last, "effects")).isEmpty();
        JsonNode byId = shop.client.json("/api/v1/events/" + id);
        assertThat(byId.get("event").get("position").asLong()).isEqualTo(1);
        assertThat(positions(byId, "effects")).containsExactly(4L);
        assertThat(byId.get("more_effects").asBoolean()).isFalse();
        assertThat(byId.toString()).doesNotContain("Ada");
    }

    @Test
    void what_is_no_event_is_not_found() {
        for (String event : List.of("9", "0", "x", "018f0000-0000-7000-8000-000000000000", "999999999999999999")) {
            assertThat(shop.client.get("/api/v1/events/" + event).statusCode())
                    .as(event)
                    .isEqualTo(404);
        }
    }

    @Test
    void exports_come_in_every_format_oldest_first_and_masked() {
        HttpResponse<String> csv = shop.client.get("/api/v1/export?format=csv&aggregate=order_1");
        assertThat(csv.headers().firstValue("Content-Type")).hasValue("text/csv; charset=utf-8");
        assertThat(csv.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"events.csv\"");
        assertThat(csv.body().lines()).hasSize(3);
        assertThat(csv.body()).startsWith("position,").contains("***").doesNotContain("Ada");
        String ndjson = shop.client.get("/api/v1/export").body();
        assertThat(ndjson.lines()
                        .map(Client::tree)
                        .map(line -> line.get("position").asLong()))
                .as("the export before is recorded, and this one")
                .containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(Client.tree(
                        shop.client.get("/api/v1/export?format=json&limit=2").body()))
                .hasSize(2);
        assertThat(shop.client
                        .get("/api/v1/export?format=cloudevents&type=sent")
                        .body())
                .contains("\"specversion\":\"1.0\"");
        assertThat(shop.client.get("/api/v1/export?text=Ada").body()).isEmpty();
        assertThat(shop.client.get("/api/v1/export?unmask=true&type=ordered").body())
                .contains("Ada");
        assertThat(shop.client.get("/api/v1/export?format=xml").statusCode()).isEqualTo(400);
    }

    @Test
    void what_cannot_be_understood_is_a_problem_that_names_it() {
        assertProblem("limit=1001", "limit");
        assertProblem("limit=x", "limit");
        assertProblem("offset=100001", "offset");
        assertProblem("from=yesterday", "from");
        assertProblem("tag=nocolon", "nocolon");
        assertProblem("order=random", "order");
        assertProblem("cursor=zzz", "zzz");
        assertProblem("agregate=order_1", "agregate");
        assertProblem("actor=a&actor=b", "actor");
        assertProblem("text=a&offset=1", "offset");
        assertProblem("actor=%ff%00", "actor");
    }

    private void assertProblem(String query, String named) {
        HttpResponse<String> response = shop.client.get("/api/v1/events?" + query);
        assertThat(response.statusCode()).as(query).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = Client.tree(response.body());
        assertThat(problem.get("status").asInt()).isEqualTo(400);
        assertThat(problem.get("detail").asString()).contains(named);
    }

    private List<Long> found(String query) {
        return positions(shop.client.json("/api/v1/events?" + query));
    }

    private static List<Long> positions(JsonNode page) {
        return positions(page, "events");
    }

    private static List<Long> positions(JsonNode page, String name) {
        List<Long> positions = new ArrayList<>();
        page.get(name).forEach(event -> positions.add(event.get("position").asLong()));
        return positions;
    }
}
