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
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class RebuildsApiTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private Shop shop;
    private Versions<Counted.Count> counted;
    private Console console;
    private Client client;

    @BeforeEach
    void open() throws InterruptedException {
        shop = new Shop(folder, UnaryOperator.identity());
        shop.recordOrders();
        counted = shop.daybook.versions(List.of(new Counted(1), new Counted(2))).startBegun();
        assertThat(counted.awaitPosition(3, PATIENCE)).isTrue();
        console = Console.builder(shop.daybook)
                .view(counted)
                .security(Security.loopback(Role.OPERATOR))
                .build();
        client = new Client(console.start(0));
    }

    @AfterEach
    void close() {
        console.close();
        counted.close();
        shop.close();
    }

    private HttpResponse<String> order(String name, int version) {
        return client.post("/api/v1/projections/" + name, "{\"view\":\"counted\",\"version\":" + version + "}");
    }

    private HttpResponse<String> rollBack() {
        return client.post("/api/v1/projections/rollback", "{\"view\":\"counted\"}");
    }

    private String standing(int version) {
        for (JsonNode row : client.json("/api/v1/projections").get("projections")) {
            if (row.get("version").asInt() == version) {
                return row.get("standing").asString();
            }
        }
        throw new AssertionError("no version " + version);
    }

    private void awaitBuilt() throws InterruptedException {
        assertThat(counted.version(2).consumer().awaitPosition(3, PATIENCE)).isTrue();
    }

    @Test
    void a_new_version_is_built_compared_served_rolled_back_and_dropped() throws InterruptedException {
        assertThat(List.of(standing(1), standing(2))).containsExactly("served", "new");
        HttpResponse<String> started = order("rebuild", 2);
        assertThat(started.statusCode()).isEqualTo(202);
        assertThat(Client.tree(started.body()).get("version").asInt()).isEqualTo(2);
        awaitBuilt();

        HttpResponse<String> compared =
                client.post("/api/v1/projections/compare", "{\"view\":\"counted\",\"one\":1,\"other\":2}");
        assertThat(compared.statusCode()).isEqualTo(200);
        assertThat(Client.tree(compared.body()).get("differing_keys")).hasToString("[\"order_1\"]");
        JsonNode differences = client.json("/api/v1/projections/comparison?view=counted&one=1&other=2&unmask=true")
                .get("differences");
        assertThat(differences).hasSize(1);
        assertThat(differences.get(0).get("key").asString()).isEqualTo("order_1");
        assertThat(differences.get(0).get("other").get("events").asInt()).isEqualTo(1);
        assertThat(client.json("/api/v1/projections/comparison?view=counted&one=1&other=2")
                        .toString())
                .as("who does not ask for more is told the key alone")
                .contains("order_1")
                .doesNotContain("events");

        assertThat(order("switch", 2).body()).isEqualTo("{\"served\":true}");
        assertThat(List.of(standing(1), standing(2))).containsExactly("before", "served");
        assertThat(counted.view().find("order_1")).hasValue(new Counted.Count(1));
        assertThat(rollBack().body()).isEqualTo("{\"served\":true}");
        assertThat(List.of(standing(1), standing(2))).containsExactly("served", "before");
        assertThat(order("drop", 2).statusCode()).isEqualTo(200);
        assertThat(standing(2)).isEqualTo("dropped");

        List<String> recorded = client.json("/api/v1/events?aggregate=daybook_console&order=oldest")
                .get("events")
                .valueStream()
                .map(event -> event.get("type").asString())
                .toList();
        assertThat(recorded)
                .containsExactly(
                        "console_view_rebuild_started",
                        "console_views_compared",
                        "console_unmasked",
                        "console_view_switched",
                        "console_view_rolled_back",
                        "console_view_dropped");
    }

    @Test
    void a_version_whose_building_was_cancelled_stands_still_and_goes_on_when_it_is_wanted()
            throws InterruptedException {
        order("rebuild", 2);
        awaitBuilt();
        assertThat(order("cancel", 2).statusCode()).isEqualTo(200);
        assertThat(standing(2)).isEqualTo("stopped");
        shop.record(new Sent(1), "order_1", "alice", 3);
        long head = shop.daybook.storage().log().head();
        assertThat(counted.awaitPosition(head, PATIENCE)).isTrue();
        JsonNode stopped = client.json("/api/v1/projections").get("projections").get(1);
        assertThat(stopped.get("consumer").get("checkpoint").asLong()).isLessThan(head);
        assertThat(order("switch", 2).body())
                .as("who wants it served wants it built")
                .isEqualTo("{\"served\":true}");
        assertThat(standing(2)).isEqualTo("served");
    }

    @Test
    void what_cannot_be_done_is_refused_in_words() {
        assertThat(refusal(409, order("cancel", 1))).contains("switch to another first");
        assertThat(refusal(409, order("drop", 1))).contains("switch to another first");
        assertThat(refusal(409, rollBack())).contains("nothing to go back to");
        assertThat(refusal(404, order("rebuild", 3))).contains("no version 3 of a view counted");
        assertThat(order("drop", 2).statusCode()).isEqualTo(200);
        for (String name : List.of("rebuild", "switch")) {
            assertThat(refusal(409, order(name, 2))).contains("was dropped");
        }
    }

    private static String refusal(int status, HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        return Client.tree(response.body()).get("detail").asString();
    }
}
