package dev.daybook.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.console.Shop.Event.Ordered;
import dev.daybook.console.Shop.Event.Sent;
import dev.daybook.console.security.Role;
import dev.daybook.console.security.Security;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The calls of the original audit trail, and appending. */
class CommandsApiTest {

    @TempDir
    private Path folder;

    private Shop shop;

    @BeforeEach
    void open() {
        shop = new Shop(
                folder,
                builder -> builder.security(Security.loopback(Role.OPERATOR, Role.WRITER))
                        .appends());
        shop.record(new Ordered("lamp", 3, "Ada"), "order_1", "alice", 0);
        shop.record(new Sent(1), "order_1", "alice", 1);
        shop.record(new Sent(1), "order_2", "bob", 60);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void events_are_found_by_the_parameters_of_the_original() {
        assertThat(positions("get_events_command", "{}")).containsExactly(3L, 2L, 1L);
        assertThat(positions("get_events_command", "{\"aggregateId\":\"order_1\",\"eventType\":\"sent\"}"))
                .containsExactly(2L);
        assertThat(positions(
                        "get_events_command",
                        "{\"fromTime\":\"2026-01-01T12:00:01Z\",\"toTime\":\"2026-01-01T12:00:30Z\"}"))
                .containsExactly(2L);
        assertThat(positions("get_events_command", "{\"limit\":1,\"offset\":1}"))
                .containsExactly(2L);
        assertThat(positions("get_events_command", "{\"aggregateId\":null,\"limit\":2}"))
                .containsExactly(3L, 2L);
        assertThat(positions("replay_events_command", "{\"aggregateId\":\"order_1\"}"))
                .containsExactly(1L, 2L);
        assertThat(command("get_events_command", "{\"aggregate\":\"order_1\"}").statusCode())
                .isEqualTo(400);
        assertThat(command("get_events_command", "{\"limit\":\"x\"}").statusCode())
                .isEqualTo(400);
        assertThat(command("get_events_command", "{\"limit\":{}}").statusCode()).isEqualTo(400);
        assertThat(command("replay_events_command", "{}").statusCode()).isEqualTo(400);
    }

    @Test
    void a_state_at_a_time_an_export_a_snapshot_and_figures_are_given() {
        String at = "{\"aggregateId\":\"order_1\",\"timestamp\":\"2026-01-01T12:00:00Z\"}";
        assertThat(Client.tree(command("get_state_at_time_command", at).body())
                        .get("state")
                        .get("amount")
                        .asInt())
                .isEqualTo(3);
        assertThat(command("export_audit_trail_command", "{\"format\":\"csv\",\"aggregateId\":\"order_1\"}")
                        .body()
                        .lines())
                .hasSize(3);
        assertThat(Client.tree(command("export_audit_trail_command", "{\"eventType\":\"sent\"}")
                        .body()))
                .hasSize(2);
        assertThat(command("export_audit_trail_command", "{\"format\":\"ndjson\"}")
                        .statusCode())
                .isEqualTo(400);
        HttpResponse<String> given =
                command("create_snapshot_command", "{\"aggregateId\":\"order_1\",\"stateData\":{\"mine\":1}}");
        assertThat(given.statusCode()).isEqualTo(201);
        assertThat(Client.tree(given.body()).get("folded_by").asString()).isEqualTo("given");
        HttpResponse<String> folded = command("create_snapshot_command", "{\"aggregateId\":\"order_1\"}");
        assertThat(Client.tree(folded.body()).get("folded_by").asString()).isEqualTo("last values");
        assertThat(command("create_snapshot_command", "{\"aggregateId\":\"nobody\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(shop.client
                        .json("/api/v1/state?aggregate=order_1")
                        .get("state")
                        .has("mine"))
                .as("no fold goes on from a state that somebody has given")
                .isFalse();
        assertThat(Client.tree(command("get_event_stats", "{}").body())
                        .get("per_type")
                        .get("sent")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void a_snapshot_of_what_is_masked_is_not_shown_to_those_who_may_not_see_it() {
        var unused = command("create_snapshot_command", "{\"aggregateId\":\"order_1\"}");

        assertThat(shop.client.json("/api/v1/state?aggregate=order_1").toString())
                .doesNotContain("Ada");
        assertThat(shop.client
                        .json("/api/v1/state?aggregate=order_1&unmask=true")
                        .toString())
                .contains("Ada");
        assertThat(shop.client.get("/api/v1/snapshots?aggregate=order_1").body())
                .doesNotContain("Ada");
    }

    @Test
    void events_are_appended_once_however_often_they_are_sent_and_only_where_they_belong() {
        String events = "{\"events\":[{\"aggregate_id\":\"order_9\",\"type\":\"sent\",\"payload\":{\"amount\":1},"
                + "\"timestamp\":\"2026-01-01T12:00:00Z\",\"tags\":[\"a:b\"]}],\"expected_sequences\":{\"order_9\":0}}";
        HttpResponse<String> first = shop.client.post("/api/v1/events", events, "Idempotency-Key", "k1");
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(Client.tree(first.body())
                        .get("events")
                        .get(0)
                        .get("sequence")
                        .asInt())
                .isEqualTo(1);
        HttpResponse<String> again = shop.client.post("/api/v1/events", events, "Idempotency-Key", "k1");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        HttpResponse<String> other = shop.client.post("/api/v1/events", events, "Idempotency-Key", "k2");
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.body()).contains("expected order_9 at sequence 0, found it at 1");
        HttpResponse<String> reused = shop.client.post(
                "/api/v1/events", events.replace("{\"amount\":1}", "{\"amount\":2}"), "Idempotency-Key", "k1");
        assertThat(reused.statusCode()).isEqualTo(409);
        assertThat(shop.client
                        .json("/api/v1/events?tag=a:b")
                        .get("events")
                        .get(0)
                        .get("actor")
                        .asString())
                .isEqualTo("local");
    }

    @Test
    void what_cannot_be_appended_is_refused_and_nothing_is_written() {
        for (String body : List.of(
                "{}",
                "{\"events\":[]}",
                "{\"events\":{}}",
                "{\"events\":[1]}",
                "{\"events\":[{\"aggregate_id\":\"a\",\"type\":\"t\"}]}",
                "{\"events\":[{\"aggregate_id\":\"\",\"type\":\"t\",\"payload\":{}}]}",
                "{\"events\":[{\"aggregate_id\":\"a\",\"type\":\"t\",\"payload\":{},\"id\":\"x\"}]}",
                "{\"events\":[{\"aggregate_id\":\"a\",\"type\":\"t\",\"payload\":{},\"timestamp\":\"x\"}]}",
                "{\"events\":[{\"aggregate_id\":\"a\",\"type\":\"t\",\"payload\":{},\"version\":99999999999}]}",
                "{\"events\":[{\"aggregate_id\":\"a\",\"type\":\"t\",\"payload\":{},\"version\":-4294967295}]}",
                "{\"events\":[{\"aggregate_id\":\"a\",\"type\":\"t\",\"payload\":{},\"id\":\"1-1-1-1-1\"}]}",
                "{\"events\":[{\"aggregate_id\":\"a\",\"type\":\"t\",\"payload\":{},\"tags\":[\"x\"]}]}",
                "{\"events\":[{\"aggregate_id\":\"a\",\"type\":\"t\",\"payload\":{},\"metadata\":[1]}]}",
                "{\"events\":[{\"aggregate_id\":\"a\",\"type\":\"t\",\"payload\":{}}],\"expected_sequences\":{\"a\":\"x\"}}",
                "{\"events\":[{\"aggregate_id\":\"a\\ud800\",\"type\":\"t\",\"payload\":{}}]}")) {
            assertThat(shop.client.post("/api/v1/events", body).statusCode())
                    .as(body)
                    .isEqualTo(400);
        }
        assertThat(shop.daybook.storage().log().head()).isEqualTo(3);
    }

    private HttpResponse<String> command(String name, String body) {
        return shop.client.post("/api/v1/commands/" + name, body);
    }

    private List<Long> positions(String name, String body) {
        List<Long> positions = new ArrayList<>();
        Client.tree(command(name, body).body())
                .get("events")
                .forEach(event -> positions.add(event.get("position").asLong()));
        return positions;
    }
}
