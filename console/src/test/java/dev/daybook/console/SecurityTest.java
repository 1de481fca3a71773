package dev.daybook.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.console.Shop.Event.Ordered;
import dev.daybook.console.security.Role;
import dev.daybook.console.security.Security;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecurityTest {

    @TempDir
    private Path folder;

    private Shop shop;

    @BeforeEach
    void open() {
        shop = new Shop(folder, UnaryOperator.identity());
        shop.record(new Ordered("lamp", 3, "Ada"), "order_1", "alice", 0);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void a_name_that_is_not_its_own_is_refused_so_that_none_can_be_pointed_at_it() throws IOException {
        for (String host : List.of(
                "evil.example",
                "evil.example:80",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "1.2.3.evil",
                "[evil]",
                "")) {
            assertThat(raw("GET /api/v1/events HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
                    .as(host)
                    .startsWith(host.isEmpty() || host.startsWith("[") ? "HTTP/1.1 4" : "HTTP/1.1 421")
                    .doesNotContain("lamp");
        }
        assertThat(raw("GET /api/v1/events HTTP/1.0\r\n\r\n"))
                .startsWith("HTTP/1.1 421")
                .doesNotContain("lamp");
        for (String host :
                List.of("localhost", "LOCALHOST:1", "127.0.0.1", "[::1]:9", "10.1.2.3:80", "[2001:db8::1]")) {
            assertThat(raw("GET /api/v1/events HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
                    .as(host)
                    .startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void another_site_can_link_to_a_page_and_do_nothing_else() {
        String[] link = {"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate"};
        assertThat(shop.client.get("/", link).statusCode()).isEqualTo(200);
        assertThat(shop.client.get("/api/v1/events", link).statusCode()).isEqualTo(403);
        assertThat(shop.client
                        .get("/", "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "no-cors")
                        .statusCode())
                .isEqualTo(403);
        assertThat(shop.client
                        .get("/api/v1/events", "Sec-Fetch-Site", "same-origin")
                        .statusCode())
                .isEqualTo(200);
        String command = "/api/v1/commands/get_event_stats";
        assertThat(shop.client.post(command, "{}").statusCode()).isEqualTo(200);
        assertThat(shop.client
                        .post(command, "{}", "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(shop.client
                        .post(command, "{}", "Sec-Fetch-Site", "same-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(shop.client
                        .post(command, "{}", "Origin", "http://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(shop.client.post(command, "{}", "Origin", "null").statusCode())
                .isEqualTo(403);
    }

    @Test
    void what_is_too_large_or_of_another_kind_is_told_as_a_problem() throws IOException {
        assertThat(problem(shop.client.get("/api/v1/events?actor=" + "a".repeat(9_000))))
                .isEqualTo(414);
        String large = "{\"aggregateId\":\"" + "a".repeat(3_000_000) + "\"}";
        assertThat(problem(shop.client.post("/api/v1/commands/get_events_command", large)))
                .isEqualTo(413);
        assertThat(problem(shop.client.get("/api/v1/events", "Accept", "image/png")))
                .isEqualTo(406);
        assertThat(problem(shop.client.get("/api/v1/events", "Accept", "application/json;q=0, text/html")))
                .isEqualTo(406);
        assertThat(problem(shop.client.send(shop.client
                        .request("/api/v1/commands/get_event_stats")
                        .header("Content-Type", "text/plain")
                        .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{}")))))
                .isEqualTo(415);
        assertThat(problem(shop.client.post("/api/v1/commands/get_event_stats", "{")))
                .isEqualTo(400);
        assertThat(problem(shop.client.post("/api/v1/commands/get_event_stats", "[]")))
                .isEqualTo(400);
        assertThat(problem(shop.client.post("/api/v1/commands/get_event_stats", "{\"a\":1,\"a\":2}")))
                .isEqualTo(400);
        assertThat(problem(shop.client.post("/api/v1/commands/get_event_stats", "[".repeat(5_000))))
                .isEqualTo(400);
        assertThat(problem(shop.client.get("/api/v1/nothing"))).isEqualTo(404);
        assertThat(problem(shop.client.post("/api/v1/state", "{}"))).isEqualTo(405);
        assertThat(raw("GET /api/v1/events HTTP/1.1\r\nHost: localhost\r\nX: " + "a".repeat(20_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431");
        assertThat(raw("GET /" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n"))
                .startsWith("HTTP/1.1 414");
        assertThat(raw("nonsense\r\n\r\n")).startsWith("HTTP/1.1 400");
    }

    private static int problem(HttpResponse<String> response) {
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(Client.tree(response.body()).get("status").asInt()).isEqualTo(response.statusCode());
        return response.statusCode();
    }

    @Test
    void people_are_told_problems_as_pages() {
        HttpResponse<String> page = shop.client.get("/nothing", "Accept", "text/html");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(shop.client
                        .get("/?limit=%3Cscript%3E", "Accept", "text/html")
                        .body())
                .contains("&lt;script&gt;")
                .doesNotContain("<script>");
    }

    @Test
    void tokens_that_could_be_guessed_and_hashes_that_are_none_are_refused() {
        assertThatThrownBy(() -> Security.hash("short")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Security.authenticated().token("a", "plain", Role.VIEWER))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Security.authenticated().token("a", "0".repeat(64)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Security.loopback().token("a", "0".repeat(64), Role.VIEWER))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private String raw(String request) throws IOException {
        URI uri = shop.uri;
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(100_000), StandardCharsets.UTF_8);
        }
    }
}
