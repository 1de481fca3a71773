package dev.daybook.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.console.Shop.Event.Sent;
import dev.daybook.console.security.Role;
import dev.daybook.console.security.Security;
import dev.daybook.core.projection.Versions;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What operators have done with views that can take long. */
class ViewWorkApiTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private final AtomicReference<UnaryOperator<Counted.Count>> besides =
            new AtomicReference<>(UnaryOperator.identity());
    private final Barrier barrier = new Barrier();
    private Shop shop;
    private Versions<Counted.Count> counted;
    private Console console;
    private Client client;

    @BeforeEach
    void open() throws InterruptedException {
        shop = new Shop(folder, UnaryOperator.identity());
        shop.recordOrders();
        counted = shop.daybook
                .versions(List.of(new Watched(1, besides), new Watched(2, besides)))
                .startBegun();
        assertThat(counted.awaitPosition(3, PATIENCE)).isTrue();
        console = Console.builder(shop.daybook)
                .view(counted)
                .security(Security.authenticated()
                        .token("olga", Security.hash(token(Role.OPERATOR)), Role.OPERATOR)
                        .token("vera", Security.hash(token(Role.VIEWER)), Role.VIEWER))
                .build();
        client = new Client(console.start(0));
    }

    @AfterEach
    void close() {
        barrier.open();
        console.close();
        counted.close();
        shop.close();
    }

    private static String token(Role role) {
        return "token-of-the-" + role + "-0123456789";
    }

    private HttpResponse<String> order(String name, String fields) {
        return client.post(
                "/api/v1/projections/" + name,
                "{\"view\":\"counted\"" + fields + "}",
                "Authorization",
                "Bearer " + token(Role.OPERATOR));
    }

    private HttpResponse<String> verify() {
        return order("verify", "");
    }

    private HttpResponse<String> compare() {
        return order("compare", ",\"one\":1,\"other\":2");
    }

    private JsonNode work(Role role, String query) {
        JsonNode works = client.json("/api/v1/projections" + query, "Authorization", "Bearer " + token(role))
                .get("work");
        assertThat(works).hasSize(1);
        return works.get(0);
    }

    private JsonNode work() {
        return work(Role.OPERATOR, "");
    }

    private JsonNode awaitEnd() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        JsonNode work = work();
        while (work.get("state").asString().equals("running")) {
            assertThat(System.nanoTime() - end).as(work.toString()).isNegative();
            work = work();
        }
        return work;
    }

    private void hold() {
        besides.set(count -> {
            barrier.pass();
            return count;
        });
    }

    private static JsonNode tree(int status, HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return Client.tree(response.body());
    }

    @Test
    void who_has_a_large_view_verified_is_told_how_far_that_is_and_can_cancel_it() {
        hold();
        HttpResponse<String> begun = verify();
        assertThat(tree(202, begun).get("state").asString()).isEqualTo("running");
        assertThat(begun.headers().firstValue("Location")).hasValue("/api/v1/projections");
        barrier.awaitSomebody();
        JsonNode running = work();
        assertThat(running.get("state").asString()).isEqualTo("running");
        assertThat(running.get("position").asLong()).as("the first event").isEqualTo(1);
        assertThat(running.get("up_to").asLong()).isGreaterThanOrEqualTo(3);
        assertThat(running.has("equal")).isFalse();

        for (HttpResponse<String> second : List.of(verify(), compare())) {
            assertThat(tree(409, second).get("detail").asString())
                    .contains("the view counted is being compared with the log since");
        }
        assertThat(tree(200, order("work/cancel", "")).get("state").asString()).isEqualTo("cancelled");
        assertThat(tree(409, order("work/cancel", "")).get("detail").asString()).contains("nothing to cancel");
        barrier.open();
        assertThat(work().get("state").asString()).isEqualTo("cancelled");
        assertThat(work().get("position").asLong()).as("it has gone no further").isEqualTo(1);

        assertThat(tree(200, verify()).get("equal").asBoolean()).isTrue();
        JsonNode kept = work();
        assertThat(kept.get("state").asString()).isEqualTo("done");
        assertThat(kept.get("equal").asBoolean()).isTrue();
        assertThat(kept.get("keys").asInt()).isEqualTo(2);
        assertThat(shop.client
                        .json("/api/v1/events?aggregate=daybook_console&order=oldest")
                        .get("events")
                        .valueStream()
                        .map(event -> event.get("type").asString()))
                .as("what was refused was not done, and is not recorded")
                .containsExactly("console_view_verified", "console_view_work_cancelled", "console_view_verified");
    }

    @Test
    void what_takes_long_is_done_beside_the_calls_and_its_result_kept() {
        hold();
        tree(202, verify());
        barrier.awaitSomebody();
        besides.set(count -> new Counted.Count(count.events() + 100));
        barrier.open();
        assertThat(awaitEnd().get("differing_keys")).hasToString("[\"order_1\"]");
        assertThat(work().get("more").asBoolean()).isFalse();
        assertThat(work(Role.VIEWER, "").get("equal").asBoolean()).isFalse();
        assertThat(work(Role.VIEWER, "").has("differing_keys")).isFalse();
        besides.set(UnaryOperator.identity());
        assertThat(tree(200, verify()).get("equal").asBoolean()).isTrue();
        assertThat(work().get("equal").asBoolean()).isTrue();
    }

    @Test
    void two_versions_are_compared_as_long_work_too() throws InterruptedException {
        order("rebuild", ",\"version\":2");
        assertThat(counted.version(2).consumer().awaitPosition(3, PATIENCE)).isTrue();
        order("cancel", ",\"version\":2");
        shop.record(new Sent(1), "order_1", "alice", 3);
        assertThat(counted.awaitPosition(shop.daybook.storage().log().head(), PATIENCE))
                .isTrue();
        String differences = "/api/v1/projections/comparison?view=counted&one=1&other=2";
        assertThat(status(differences)).as("nobody has compared them").isEqualTo(404);

        hold();
        assertThat(tree(202, compare()).get("other").asInt()).isEqualTo(2);
        barrier.awaitSomebody();
        assertThat(work().get("keys").asInt())
                .as("before what differs is looked at again")
                .isEqualTo(2);
        assertThat(work().has("position")).isFalse();
        assertThat(tree(409, verify()).get("detail").asString()).contains("is being compared");
        assertThat(status(differences)).isEqualTo(409);
        barrier.open();
        assertThat(awaitEnd().get("differing_keys")).hasToString("[\"order_1\"]");
        JsonNode found = client.json(differences + "&unmask=true", "Authorization", "Bearer " + token(Role.OPERATOR))
                .get("differences");
        assertThat(found).hasSize(1);
        assertThat(found.get(0).get("one").get("events").asInt()).isEqualTo(3);
        assertThat(found.get(0).get("other").get("events").asInt()).isEqualTo(1);
        assertThat(status("/api/v1/projections/comparison?view=counted&one=2&other=1"))
                .isEqualTo(404);
        assertThat(tree(200, verify()).get("equal").asBoolean()).isTrue();
        assertThat(status(differences)).as("something else was begun since").isEqualTo(404);
    }

    private int status(String path) {
        return client.get(path, "Authorization", "Bearer " + token(Role.OPERATOR))
                .statusCode();
    }

    @Test
    void dropping_a_version_is_long_work_too() {
        hold();
        order("rebuild", ",\"version\":2");
        barrier.awaitSomebody();
        String two = ",\"version\":2";
        assertThat(tree(202, order("drop", two)).get("version").asInt())
                .as("whoever builds it first ends with the event at hand")
                .isEqualTo(2);
        assertThat(work().get("task").asString()).isEqualTo("drop");
        assertThat(work().get("state").asString()).isEqualTo("running");
        assertThat(tree(409, order("drop", two)).get("detail").asString()).contains("being dropped in version 2");
        assertThat(tree(409, verify()).get("detail").asString()).contains("being dropped in version 2");
        assertThat(tree(200, order("work/cancel", "")).get("state").asString()).isEqualTo("cancelled");
        barrier.open();
        besides.set(UnaryOperator.identity());
        assertThat(tree(200, order("drop", two)).get("standing").asString()).isEqualTo("dropped");
        assertThat(work().get("state").asString()).isEqualTo("done");
        assertThat(work().has("equal")).isFalse();
    }

    @Test
    void what_fails_says_so_and_does_not_quote_what_is_masked() {
        besides.set(count -> {
            throw new IllegalStateException("no lamp for Ada");
        });
        assertThat(tree(200, verify()).get("state").asString()).isEqualTo("failed");
        assertThat(work().get("error").asString()).doesNotContain("Ada");
        assertThat(work(Role.OPERATOR, "?unmask=true").get("error").asString()).contains("no lamp for Ada");
        assertThat(work().has("equal")).isFalse();
        besides.set(UnaryOperator.identity());
        assertThat(tree(200, verify()).get("equal").asBoolean()).isTrue();
    }

    @Test
    void a_view_that_is_not_there_cannot_be_compared() {
        for (String name : List.of("verify", "work/cancel")) {
            HttpResponse<String> response = client.post(
                    "/api/v1/projections/" + name,
                    "{\"view\":\"x\"}",
                    "Authorization",
                    "Bearer " + token(Role.OPERATOR));
            assertThat(tree(404, response).get("detail").asString()).contains("no view x");
        }
        assertThat(tree(404, order("compare", ",\"one\":1,\"other\":3"))
                        .get("detail")
                        .asString())
                .contains("no version 3");
        assertThat(tree(400, order("compare", ",\"one\":1")).get("detail").asString())
                .contains("other is missing");
    }
}
