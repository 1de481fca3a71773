package dev.daybook.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.console.Shop.Event.Ordered;
import dev.daybook.console.Shop.Event.Sent;
import dev.daybook.jackson.export.Redaction;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class StatesApiTest {

    @TempDir
    private Path folder;

    private Shop shop(UnaryOperator<ConsoleBuilder> settings) {
        Shop shop = new Shop(folder, settings);
        shop.record(new Ordered("lamp", 3, "Ada"), "order_1", "alice", 0);
        shop.record(new Sent(1), "order_2", "bob", 5);
        shop.record(new Sent(2), "order_1", "alice", 20);
        shop.record(new Sent(1), "order_1", "alice", 10);
        return shop;
    }

    @Test
    void without_rules_each_field_has_its_last_value_and_the_answer_says_so() {
        try (Shop shop = shop(UnaryOperator.identity())) {
            JsonNode state = shop.client.json("/api/v1/state?aggregate=order_1");

            assertThat(state.get("state")).hasToString("{\"article\":\"lamp\",\"amount\":1,\"customer\":\"***\"}");
            assertThat(state.get("folded_by").asString()).isEqualTo("last values");
            assertThat(state.get("sequence").asLong()).isEqualTo(3);
        }
    }

    @Test
    void rules_fold_for_those_who_may_see_what_they_fold() {
        UnaryOperator<ConsoleBuilder> rules = builder -> builder.aggregate("order_", new Order());
        try (Shop shop = shop(rules)) {
            JsonNode masked = shop.client.json("/api/v1/state?aggregate=order_1");
            assertThat(masked.get("folded_by").asString())
                    .as("the rules have seen what is masked")
                    .isEqualTo("last values");
            JsonNode whole = shop.client.json("/api/v1/state?aggregate=order_1&unmask=true");
            assertThat(whole.get("folded_by").asString()).isEqualTo("Order");
            assertThat(whole.get("state")).hasToString("{\"customer\":\"Ada\",\"open\":0}");
        }
        try (Shop shop = new Shop(folder, builder -> rules.apply(builder).masking(Redaction.none()))) {
            assertThat(shop.client
                            .json("/api/v1/state?aggregate=order_1")
                            .get("folded_by")
                            .asString())
                    .isEqualTo("Order");
        }
    }

    @Test
    void a_state_is_told_as_it_was_as_it_was_known_and_at_a_place() {
        try (Shop shop =
                shop(builder -> builder.aggregate("order_", new Order()).masking(Redaction.none()))) {
            assertThat(open(shop, "")).isEqualTo(0);
            assertThat(open(shop, "&at=2026-01-01T12:00:00Z")).isEqualTo(3);
            assertThat(open(shop, "&at=2026-01-01T12:00:10Z")).isEqualTo(2);
            assertThat(open(shop, "&at=2999-01-01T12:00:10Z&as=known")).isEqualTo(0);
            assertThat(shop.client
                            .get("/api/v1/state?aggregate=order_1&as=known&at=2026-01-01T12:00:10Z")
                            .statusCode())
                    .as("nothing of it was recorded by then")
                    .isEqualTo(404);
            assertThat(open(shop, "&position=2")).isEqualTo(3);
            assertThat(open(shop, "&position=3")).isEqualTo(1);
            assertThat(open(shop, "&sequence=2")).isEqualTo(1);
            assertThat(shop.client
                            .get("/api/v1/state?aggregate=order_1&position=1&sequence=1")
                            .statusCode())
                    .isEqualTo(400);
            assertThat(shop.client.get("/api/v1/state?aggregate=nobody").statusCode())
                    .isEqualTo(404);
            assertThat(shop.client.get("/api/v1/state").statusCode()).isEqualTo(400);
        }
    }

    private static int open(Shop shop, String moment) {
        return shop.client
                .json("/api/v1/state?aggregate=order_1" + moment)
                .get("state")
                .get("open")
                .asInt();
    }

    @Test
    void the_difference_of_two_moments_tells_what_was_and_what_is() {
        try (Shop shop =
                shop(builder -> builder.aggregate("order_", new Order()).masking(Redaction.none()))) {
            JsonNode difference = shop.client.json("/api/v1/difference?aggregate=order_1&from_sequence=1");

            assertThat(difference.get("changes")).hasToString("[{\"path\":\"/open\",\"old\":3,\"new\":0}]");
            assertThat(difference.get("before").get("sequence").asInt()).isEqualTo(1);
            assertThat(difference.get("after").get("sequence").asInt()).isEqualTo(3);
            assertThat(shop.client
                            .json("/api/v1/difference?aggregate=order_1&from_position=1&to_position=3")
                            .get("changes"))
                    .hasToString("[{\"path\":\"/open\",\"old\":3,\"new\":1}]");
        }
    }

    @Test
    void the_history_goes_step_by_step_with_what_each_has_changed() {
        try (Shop shop = shop(UnaryOperator.identity())) {
            JsonNode first = shop.client.json("/api/v1/history?aggregate=order_1&limit=2");
            assertThat(first.get("next_sequence").asInt()).isEqualTo(3);
            assertThat(first.get("steps").get(1).get("changes"))
                    .hasToString("[{\"path\":\"/amount\",\"old\":3,\"new\":2}]");
            JsonNode rest = shop.client.json("/api/v1/history?aggregate=order_1&from_sequence=3");
            assertThat(rest.has("next_sequence")).isFalse();
            assertThat(rest.get("steps").get(0).get("changes"))
                    .hasToString("[{\"path\":\"/amount\",\"old\":2,\"new\":1}]");
            assertThat(rest.toString()).doesNotContain("Ada");
        }
    }

    @Test
    void a_replay_folds_anew_and_says_whether_snapshots_lead_to_the_same() {
        try (Shop shop =
                shop(builder -> builder.aggregate("order_", new Order()).masking(Redaction.none()))) {
            JsonNode replayed = shop.client.json("/api/v1/replay?aggregate=order_1");

            assertThat(replayed.get("agrees_with_snapshots").asBoolean()).isTrue();
            assertThat(replayed.get("result").get("sequence").asInt()).isEqualTo(3);
            assertThat(replayed.get("took_micros").asLong()).isPositive();
        }
    }
}
