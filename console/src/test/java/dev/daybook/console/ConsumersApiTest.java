package dev.daybook.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.console.Shop.Event.Ordered;
import dev.daybook.console.Shop.Event.Sent;
import dev.daybook.console.security.Role;
import dev.daybook.console.security.Security;
import dev.daybook.core.consumer.ConsumerSettings;
import dev.daybook.core.consumer.EventConsumer;
import dev.daybook.core.overview.EventCounts;
import dev.daybook.core.projection.Projector;
import dev.daybook.ports.log.Query;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ConsumersApiTest {

    @TempDir
    private Path folder;

    private final AtomicBoolean broken = new AtomicBoolean(true);

    private static Console console(Shop shop, UnaryOperator<ConsoleBuilder> settings) {
        return settings.apply(Console.builder(shop.daybook).security(Security.loopback(Role.OPERATOR)))
                .build();
    }

    private EventConsumer mailer(Shop shop) {
        return shop.daybook.consumer(
                "mailer",
                Query.types("ordered", "sent"),
                event -> {
                    if (broken.get()) {
                        throw new IllegalStateException("no mail for Ada");
                    }
                },
                ConsumerSettings.standard()
                        .withAttempts(1, Duration.ofMillis(1), Duration.ofMillis(1))
                        .whenFailing(ConsumerSettings.WhenFailing.PARK_EVENT));
    }

    @Test
    void dead_letters_are_shown_masked_and_can_be_retried_and_discarded_by_operators() throws InterruptedException {
        try (Shop shop = new Shop(folder, UnaryOperator.identity());
                EventConsumer mailer = mailer(shop).start();
                Console console = console(shop, builder -> builder.consumer(mailer))) {
            shop.record(new Ordered("lamp", 1, "Ada"), "order_1", "alice", 0);
            shop.record(new Sent(1), "order_2", "alice", 0);
            assertThat(mailer.awaitPosition(2, Duration.ofSeconds(20))).isTrue();
            Client client = new Client(console.start(0));

            JsonNode row = client.json("/api/v1/consumers").get("consumers").get(0);
            assertThat(row.get("name").asString()).isEqualTo("mailer");
            assertThat(row.get("checkpoint").asLong()).isEqualTo(2);
            assertThat(row.get("dead_letters").asLong()).isEqualTo(2);
            assertThat(row.get("health").get("status").asString()).isEqualTo("running");
            JsonNode letters =
                    client.json("/api/v1/dead-letters?consumer=mailer").get("dead_letters");
            assertThat(letters).hasSize(2);
            assertThat(letters.get(0).get("event").get("type").asString()).isEqualTo("ordered");
            assertThat(letters.toString()).doesNotContain("Ada");
            assertThat(client.get("/api/v1/dead-letters?consumer=mailer&unmask=true")
                            .body())
                    .contains("no mail for Ada");

            String first = "{\"consumer\":\"mailer\",\"positions\":[1]}";
            assertThat(client.post("/api/v1/dead-letters/retry", first).statusCode())
                    .as("it is still broken")
                    .isEqualTo(409);
            broken.set(false);
            assertThat(client.post("/api/v1/dead-letters/retry", first).body()).isEqualTo("{\"count\":1}");
            String second = "{\"consumer\":\"mailer\",\"positions\":[2,7]}";
            assertThat(client.post("/api/v1/dead-letters/discard", second).body())
                    .isEqualTo("{\"count\":1}");
            assertThat(client.json("/api/v1/dead-letters?consumer=mailer").get("dead_letters"))
                    .isEmpty();
            assertThat(client.post("/api/v1/dead-letters/retry", "{\"consumer\":\"x\",\"positions\":[1]}")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(client.json(
                                    "/api/v1/events?aggregate=daybook_console&type=console_dead_letters_discarded&unmask=true")
                            .get("events")
                            .get(0)
                            .get("payload"))
                    .hasToString("{\"consumer\":\"mailer\",\"positions\":[2,7]}");
        }
    }

    @Test
    void a_consumer_that_runs_elsewhere_is_shown_as_the_storage_has_it() throws InterruptedException {
        try (Shop shop = new Shop(folder, UnaryOperator.identity());
                EventConsumer mailer = mailer(shop).start()) {
            shop.record(new Sent(1), "order_2", "alice", 0);
            assertThat(mailer.awaitPosition(1, Duration.ofSeconds(20))).isTrue();

            JsonNode row =
                    shop.client.json("/api/v1/consumers").get("consumers").get(0);
            assertThat(row.get("name").asString()).isEqualTo("mailer");
            assertThat(row.get("dead_letters").asLong()).isEqualTo(1);
            assertThat(row.has("health")).isFalse();
            assertThat(shop.client.json("/api/v1/dead-letters?consumer=mailer").get("dead_letters"))
                    .hasSize(1);
        }
    }

    @Test
    void views_are_shown_and_compared_with_the_log() throws InterruptedException {
        try (Shop shop = new Shop(folder, UnaryOperator.identity());
                Projector<?, ?> counts =
                        shop.daybook.projector(EventCounts.perType()).start();
                Console console = console(shop, builder -> builder.view(counts))) {
            shop.record(new Sent(1), "order_2", "alice", 0);
            assertThat(counts.consumer().awaitPosition(1, Duration.ofSeconds(20)))
                    .isTrue();
            Client client = new Client(console.start(0));

            JsonNode view =
                    client.json("/api/v1/projections").get("projections").get(0);
            assertThat(view.get("view").asString()).startsWith("daybook_per_type");
            assertThat(view.get("consumer").get("checkpoint").asLong()).isEqualTo(1);
            String body = "{\"view\":\"" + view.get("view").asString() + "\"}";
            JsonNode verified =
                    Client.tree(client.post("/api/v1/projections/verify", body).body());
            assertThat(verified.get("equal").asBoolean()).isTrue();
            assertThat(verified.get("differing_keys")).isEmpty();
            assertThat(client.post("/api/v1/projections/verify", "{\"view\":\"x\"}")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(client.post("/api/v1/projections/switch", "{\"view\":\"x\",\"version\":1}")
                            .statusCode())
                    .isEqualTo(404);
        }
    }
}
