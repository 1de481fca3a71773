package dev.daybook.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.console.security.Role;
import dev.daybook.console.security.Security;
import dev.daybook.console.web.Method;
import dev.daybook.console.web.Route;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every route asked by everybody. */
class RoutesTest {

    /** What each role may do besides its own. */
    private static Set<Role> included(Role role) {
        return switch (role) {
            case VIEWER -> EnumSet.of(Role.VIEWER);
            case AUDITOR -> EnumSet.of(Role.VIEWER, Role.AUDITOR);
            case OPERATOR -> EnumSet.of(Role.VIEWER, Role.AUDITOR, Role.OPERATOR);
            case WRITER -> EnumSet.of(Role.WRITER);
        };
    }

    /** Who may do what: said once more here, so that a row that is changed by mistake is noticed. */
    private static final Map<Role, Set<String>> LEAST = Map.of(
            Role.AUDITOR,
            Set.of("GET /api/v1/export", "POST /api/v1/commands/export_audit_trail_command"),
            Role.OPERATOR,
            Set.of(
                    "POST /api/v1/snapshots",
                    "POST /api/v1/commands/create_snapshot_command",
                    "POST /api/v1/dead-letters/retry",
                    "POST /api/v1/dead-letters/discard",
                    "GET /api/v1/projections/comparison",
                    "POST /api/v1/projections/verify",
                    "POST /api/v1/projections/compare",
                    "POST /api/v1/projections/work/cancel",
                    "POST /api/v1/projections/rebuild",
                    "POST /api/v1/projections/cancel",
                    "POST /api/v1/projections/switch",
                    "POST /api/v1/projections/rollback",
                    "POST /api/v1/projections/drop",
                    "POST /aggregate/snapshot",
                    "POST /consumer/retry",
                    "POST /consumer/discard",
                    "GET /projections/comparison",
                    "POST /projections/verify",
                    "POST /projections/compare",
                    "POST /projections/work/cancel",
                    "POST /projections/rebuild",
                    "POST /projections/cancel",
                    "POST /projections/switch",
                    "POST /projections/rollback",
                    "POST /projections/drop"),
            Role.WRITER,
            Set.of("POST /api/v1/events"));

    private static final Set<String> OPEN = Set.of(
            "GET /health",
            "GET /health/live",
            "GET /health/ready",
            "GET /api/v1/openapi.json",
            "GET /login",
            "POST /login",
            "POST /logout");

    @TempDir
    private Path folder;

    private Shop shop;

    @BeforeEach
    void open() {
        shop = new Shop(folder, builder -> {
            Security security = Security.authenticated();
            for (Role role : Role.values()) {
                security = security.token(role.name(), Security.hash(token(role)), role);
            }
            return builder.security(security).appends();
        });
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private static String token(Role role) {
        return "token-of-the-" + role.name().toLowerCase(Locale.ROOT) + "-0123456789";
    }

    @Test
    void every_route_needs_the_role_that_the_table_of_this_test_says() {
        for (Route route : shop.console.routes().all()) {
            String name = route.method() + " " + route.path();
            if (OPEN.contains(name) || route.path().startsWith("/assets/")) {
                assertThat(route.least()).as(name).isEmpty();
            } else {
                Role expected = LEAST.entrySet().stream()
                        .filter(entry -> entry.getValue().contains(name))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(Role.VIEWER);
                assertThat(route.least()).as(name).contains(expected);
            }
        }
        LEAST.values().forEach(names -> assertThat(names).allMatch(this::isRoute));
    }

    private boolean isRoute(String name) {
        return shop.console.routes().all().stream().anyMatch(route -> name.equals(route.method() + " " + route.path()));
    }

    @Test
    void nobody_gets_anywhere_without_the_role() {
        for (Route route : shop.console.routes().all()) {
            if (route.least().isEmpty()) {
                assertThat(status(route))
                        .as("%s for nobody", route.path())
                        .isLessThan(500)
                        .isNotIn(401);
                continue;
            }
            Role least = route.least().get();
            assertThat(status(route)).as("%s without a token", route.path()).isEqualTo(401);
            assertThat(status(route, "Authorization", "Bearer wrong-token-0123456789"))
                    .as("%s with a wrong token", route.path())
                    .isEqualTo(401);
            for (Role role : Role.values()) {
                int status = status(route, "Authorization", "Bearer " + token(role));
                if (included(role).contains(least)) {
                    assertThat(status).as("%s for %s", route.path(), role).isNotIn(401, 500);
                    assertThat(status == 403 && route.kind() == Route.Kind.API)
                            .as("%s for %s is forbidden", route.path(), role)
                            .isFalse();
                } else {
                    assertThat(status).as("%s for %s", route.path(), role).isEqualTo(403);
                }
            }
        }
    }

    @Test
    void what_nobody_has_listed_is_not_there_for_anybody() {
        List<String> paths = List.of(
                "/api/v1/event",
                "/api/v1/events/",
                "/api/v1/events/1/x",
                "/api/v2/events",
                "/api",
                "/assets/",
                "/assets/../console.css",
                "/META-INF/LICENSE",
                "/actuator",
                "/api/v1/commands/other",
                "/%2e%2e/x");
        for (String path : paths) {
            assertThat(shop.client.get(path).statusCode()).as(path).isIn(400, 401);
            for (Role role : Role.values()) {
                assertThat(shop.client
                                .get(path, "Authorization", "Bearer " + token(role))
                                .statusCode())
                        .as(path)
                        .isIn(400, 404);
            }
        }
        for (Route route : shop.console.routes().all()) {
            for (String method : List.of("PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND")) {
                HttpResponse<String> response = shop.client.send(shop.client
                        .request(filled(route), "Authorization", "Bearer " + token(Role.OPERATOR))
                        .method(method, HttpRequest.BodyPublishers.noBody()));
                assertThat(response.statusCode())
                        .as("%s %s", method, route.path())
                        .isIn(405, 501);
            }
        }
    }

    @Test
    void appending_is_not_there_unless_it_is_switched_on() {
        try (Console off = Console.builder(shop.daybook).build()) {
            assertThat(off.routes().all())
                    .noneMatch(route ->
                            route.method() == Method.POST && route.path().equals("/api/v1/events"));
        }
    }

    private static String filled(Route route) {
        return route.path().replace("{event}", "1");
    }

    private int status(Route route, String... headers) {
        HttpRequest.Builder request =
                shop.client.request(filled(route), headers).timeout(Duration.ofSeconds(20));
        if (route.method() == Method.POST) {
            String type = route.kind() == Route.Kind.PAGE ? "application/x-www-form-urlencoded" : "application/json";
            request.header("Content-Type", type)
                    .POST(HttpRequest.BodyPublishers.ofString(route.kind() == Route.Kind.PAGE ? "" : "{}"));
        } else {
            request.GET();
        }
        // A stream of events does not end: its head is enough.
        return shop.client
                .send(request, HttpResponse.BodyHandlers.ofInputStream())
                .statusCode();
    }
}
