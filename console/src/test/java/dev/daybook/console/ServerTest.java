package dev.daybook.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.console.Shop.Event.Ordered;
import dev.daybook.console.Shop.Event.Sent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerTest {

    @TempDir
    private Path folder;

    private Shop shop;

    @BeforeEach
    void open() {
        shop = new Shop(folder, UnaryOperator.identity());
        for (int i = 0; i < 20; i++) {
            shop.record(new Sent(i), "order_1", "alice", i);
        }
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void it_says_whether_it_lives_and_is_ready() {
        assertThat(shop.client.json("/health/live").get("status").asString()).isEqualTo("live");
        assertThat(shop.client.json("/health/ready").get("status").asString()).isEqualTo("ready");
        shop.daybook.storage().close();
        assertThat(shop.client.get("/health/ready").statusCode()).isEqualTo(503);
        assertThat(shop.client.get("/health/live").statusCode()).isEqualTo(200);
        assertThat(shop.client.get("/api/v1/events").statusCode()).isEqualTo(503);
    }

    @Test
    void the_first_page_shows_events_escaped() {
        shop.record(new Ordered("<script>alert(1)</script>", 1, "x"), "<b>\"'&", "<i>", 30);

        HttpResponse<String> page = shop.client.get("/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(page.body())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .contains("&lt;b&gt;");
        assertThat(page.body()).doesNotContain("<script>alert").doesNotContain("<b>");
    }

    @Test
    void nothing_is_loaded_from_elsewhere_and_no_script_stands_in_a_page() {
        HttpResponse<String> page = shop.client.get("/");

        String policy = page.headers().firstValue("Content-Security-Policy").orElse("");
        assertThat(policy)
                .contains("default-src 'none'")
                .contains("script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.headers().map()).doesNotContainKey("Access-Control-Allow-Origin");
        assertThat(page.body())
                .doesNotContain("<script>")
                .doesNotContain("style=")
                .doesNotContain("http://");
        assertThat(shop.client.get("/assets/console.css").statusCode()).isEqualTo(200);
    }

    @Test
    void an_answer_that_the_caller_has_is_not_sent_again() {
        HttpResponse<String> first = shop.client.get("/api/v1/events?order=oldest&limit=1");
        String tag = first.headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> again = shop.client.get("/api/v1/events?order=oldest&limit=1", "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(shop.client
                        .get("/api/v1/events?order=newest&limit=1", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void answers_are_compressed_for_those_who_take_that() throws IOException {
        String plain = shop.client.get("/api/v1/events").body();
        HttpResponse<byte[]> zipped = shop.client.send(
                shop.client.request("/api/v1/events", "Accept-Encoding", "gzip").GET(),
                HttpResponse.BodyHandlers.ofByteArray());

        assertThat(zipped.headers().firstValue("Content-Encoding")).hasValue("gzip");
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(zipped.body()))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(plain);
        }
    }

    @Test
    void who_is_refused_by_the_server_itself_is_told_that_it_hangs_up() {
        for (String path : List.of("/%2e%2e/x", "/api/v1/events%2f1")) {
            HttpResponse<String> refused = shop.client.get(path);

            assertThat(refused.statusCode()).as(path).isEqualTo(400);
            assertThat(refused.headers().firstValue("Connection")).as(path).hasValue("close");
        }
    }

    @Test
    void heads_have_the_headers_and_no_body() {
        HttpResponse<String> head = shop.client.send(
                shop.client.request("/api/v1/events").method("HEAD", HttpRequest.BodyPublishers.noBody()));

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("ETag")).isPresent();
    }

    @Test
    void it_does_not_listen_where_others_can_reach_it_unless_they_show_credentials() {
        try (Console open = Console.builder(shop.daybook).build()) {
            assertThatThrownBy(() -> open.start(new InetSocketAddress("0.0.0.0", 0)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Security.authenticated()");
        }
    }
}
