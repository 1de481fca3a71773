package dev.daybook.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.console.Shop.Event.Ordered;
import dev.daybook.console.Shop.Event.Sent;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
        List<Long> positions = new ArrayList<>();
        page.get("events").forEach(event -> positions.add(event.get("position").asLong()));
        return positions;
    }
}
