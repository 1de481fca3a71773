package dev.daybook.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.console.Shop.Event.Ordered;
import dev.daybook.console.Shop.Event.Sent;
import dev.daybook.console.security.Role;
import dev.daybook.console.security.Security;
import dev.daybook.console.web.Method;
import dev.daybook.console.web.Route;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The document and the console say the same. */
class OpenApiTest {

    @TempDir
    private Path folder;

    private Shop shop;
    private JsonNode document;
    private Schemas schemas;

    @BeforeEach
    void open() {
        shop = new Shop(
                folder,
                builder -> builder.security(Security.loopback(Role.OPERATOR, Role.WRITER))
                        .appends()
                        .aggregate("order_", new Order()));
        shop.record(new Ordered("lamp", 3, "Ada"), "order_1", "alice", 0);
        shop.record(new Sent(1), "order_1", "alice", 1);
        shop.record(new Sent(1), "other", "bob", 1);
        document = shop.client.json("/api/v1/openapi.json");
        schemas = new Schemas(document);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private static boolean isOfTheApi(Route route) {
        return route.kind() != Route.Kind.PAGE && !route.path().startsWith("/assets/");
    }

    @Test
    void every_route_is_documented_with_its_role_and_its_parameters_and_nothing_else_is() {
        Map<String, String> routes = new TreeMap<>();
        for (Route route : shop.console.routes().all()) {
            if (isOfTheApi(route)) {
                String role = route.least()
                        .map(least -> least.name().toLowerCase(Locale.ROOT))
                        .orElse("none");
                routes.put(route.method() + " " + route.path(), role + " " + new TreeSet<>(route.parameters()));
            }
        }
        Map<String, String> documented = new TreeMap<>();
        for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                Set<String> parameters = new TreeSet<>();
                operation.getValue().get("parameters").forEach(each -> {
                    JsonNode parameter = schemas.resolved(each);
                    if (parameter.get("in").asString().equals("query")) {
                        parameters.add(parameter.get("name").asString());
                    }
                });
                String role = operation.getValue().path("x-role").asString("none");
                documented.put(
                        operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), role + " " + parameters);
            }
        }

        assertThat(documented).isEqualTo(routes);
    }

    @Test
    void answers_are_what_the_document_says() {
        List<String> calls = List.of(
                "/api/v1/events",
                "/api/v1/events?limit=1",
                "/api/v1/events/1",
                "/api/v1/aggregates",
                "/api/v1/aggregates?prefix=order_&limit=1",
                "/api/v1/state?aggregate=order_1",
                "/api/v1/state?aggregate=order_1&unmask=true",
                "/api/v1/state?aggregate=other",
                "/api/v1/difference?aggregate=order_1&from_sequence=0",
                "/api/v1/history?aggregate=order_1&limit=1",
                "/api/v1/replay?aggregate=order_1",
                "/api/v1/snapshots?aggregate=order_1",
                "/api/v1/statistics",
                "/api/v1/histogram",
                "/api/v1/histogram?actor=alice",
                "/api/v1/consumers",
                "/api/v1/dead-letters?consumer=none",
                "/api/v1/projections",
                "/api/v1/journal",
                "/api/v1/openapi.json",
                "/health",
                "/health/live",
                "/health/ready");
        calls.forEach(call -> assertDocumented(call, Method.GET, shop.client.get(call)));
        Map.of(
                        "get_events_command", "{}",
                        "replay_events_command", "{\"aggregateId\":\"order_1\"}",
                        "get_state_at_time_command",
                                "{\"aggregateId\":\"order_1\",\"timestamp\":\"2026-01-01T12:00:00Z\"}",
                        "create_snapshot_command", "{\"aggregateId\":\"order_1\",\"stateData\":{\"a\":1}}",
                        "get_event_stats", "{}")
                .forEach((name, body) -> {
                    String path = "/api/v1/commands/" + name;
                    assertDocumented(path, Method.POST, shop.client.post(path, body));
                });
        assertDocumented(
                "/api/v1/snapshots", Method.POST, shop.client.post("/api/v1/snapshots", "{\"aggregate\":\"order_1\"}"));
        String append = "{\"events\":[{\"aggregate_id\":\"a\",\"type\":\"t\",\"payload\":{}}]}";
        assertDocumented("/api/v1/events", Method.POST, shop.client.post("/api/v1/events", append));
        assertThat(shop.client.json("/api/v1/snapshots?aggregate=order_1").get("snapshots"))
                .hasSize(2);
    }

    @Test
    void problems_are_what_the_document_says() {
        for (String call : List.of(
                "/api/v1/events?limit=x",
                "/api/v1/events/99",
                "/api/v1/state?aggregate=nobody",
                "/api/v1/state",
                "/api/v1/events?actor=" + "a".repeat(9_000))) {
            assertDocumented(call, Method.GET, shop.client.get(call));
        }
        for (String path : paths(Method.POST)) {
            assertDocumented(path, Method.POST, shop.client.post(path, "{\"nonsense\":1}"));
            assertDocumented(path, Method.POST, shop.client.post(path, "nonsense"));
        }
    }

    private List<String> paths(Method method) {
        List<String> paths = new ArrayList<>();
        for (Route route : shop.console.routes().all()) {
            if (isOfTheApi(route) && route.method() == method) {
                paths.add(route.path());
            }
        }
        return paths;
    }

    private void assertDocumented(String call, Method method, HttpResponse<String> response) {
        String path = call.replaceAll("\\?.*", "").replaceAll("/events/[0-9]+$", "/events/{event}");
        JsonNode operation = document.get("paths").get(path).get(method.name().toLowerCase(Locale.ROOT));
        JsonNode answer = operation.get("responses").path(Integer.toString(response.statusCode()));
        assertThat(answer.isMissingNode())
                .as("%s answered %s: %s", call, response.statusCode(), response.body())
                .isFalse();
        String type = response.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", "");
        JsonNode content = schemas.resolved(answer).get("content").path(type);
        assertThat(content.isMissingNode()).as("%s answered as %s", call, type).isFalse();
        schemas.check(Client.tree(response.body()), content.get("schema"), call);
    }

    @Test
    void the_check_notices_what_is_not_documented() {
        JsonNode status = Client.tree("{\"$ref\":\"#/components/schemas/Status\"}");
        schemas.check(Client.tree("{\"status\":\"x\"}"), status, "");
        assertThatThrownBy(() -> schemas.check(Client.tree("{\"status\":1}"), status, ""))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> schemas.check(Client.tree("{}"), status, "")).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> schemas.check(Client.tree("{\"status\":\"x\",\"y\":1}"), status, ""))
                .isInstanceOf(AssertionError.class);
    }
}
