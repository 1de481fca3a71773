package dev.daybook.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.core.context.Context;
import dev.daybook.jackson.export.Redaction;
import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.Metadata;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.Tag;
import dev.daybook.ports.log.Append;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Events whose every text was written by somebody who means harm. */
class HostileTest {

    private static final List<String> TEXTS = List.of(
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "' onmouseover='alert(1)",
            "javascript:alert(1)",
            "</td></table><h1>gone",
            "{{7*7}} ${7*7} #{7*7}",
            "../../etc/passwd",
            "a/b?c=d&e=f#g",
            "\r\nSet-Cookie: a=b",
            "\u202Egnp.exe",
            "\u0001\u007F",
            "שלום עולם",
            "😀".repeat(60));

    @TempDir
    private Path folder;

    private Shop shop;

    @BeforeEach
    void open() {
        shop = new Shop(folder, builder -> builder.masking(Redaction.none()));
        for (String text : TEXTS) {
            Metadata metadata = Metadata.by(text)
                    .withCorrelationId(text)
                    .withCausationId(text)
                    .with(text, text);
            String json = "{\"text\":" + Client.quoted(text) + "," + Client.quoted(text) + ":[]}";
            NewEvent event = new NewEvent(
                    UUID.randomUUID(),
                    text,
                    EventType.of(text),
                    Payload.json(json),
                    Instant.EPOCH,
                    metadata,
                    Set.of(Tag.of("t", text)));
            shop.daybook.storage().log().append(Append.of(event));
        }
        byte[] notJson = {(byte) 0xFF, 0, '<', 's'};
        NewEvent bytes = NewEvent.of(
                UUID.randomUUID(), "bytes", EventType.of("bytes"), Payload.of("text/html", notJson), Instant.EPOCH);
        shop.daybook.storage().log().append(Append.of(bytes));
        String deep = "[".repeat(400) + "]".repeat(400);
        shop.daybook
                .storage()
                .log()
                .append(Append.of(NewEvent.of(
                        UUID.randomUUID(), "deep", EventType.of("deep"), Payload.json(deep), Instant.EPOCH)));
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void the_page_shows_every_text_as_text() {
        HttpResponse<String> page = shop.client.get("/?limit=1000");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("&lt;script&gt;alert(1)&lt;/script&gt;");
        assertThat(page.body())
                .doesNotContain("<script>")
                .doesNotContain("<img")
                .doesNotContain("<h1>gone");
        assertThat(page.headers().map()).doesNotContainKey("Set-Cookie");
    }

    @Test
    void every_text_finds_its_event_and_its_aggregate() {
        for (String text : TEXTS) {
            String encoded = Client.encoded(text);
            for (String query : List.of("aggregate=", "type=", "actor=", "correlation=", "causation=", "tag=t%3A")) {
                JsonNode events =
                        shop.client.json("/api/v1/events?" + query + encoded).get("events");
                assertThat(events).as(query + text).hasSize(1);
                assertThat(events.get(0).get("aggregate_id").asString()).isEqualTo(text);
            }
            JsonNode state = shop.client.json("/api/v1/state?aggregate=" + encoded);
            assertThat(state.get("state").get("text").asString()).isEqualTo(text);
            assertThat(shop.client.get("/api/v1/history?aggregate=" + encoded).statusCode())
                    .isEqualTo(200);
            assertThat(shop.client.get("/api/v1/replay?aggregate=" + encoded).statusCode())
                    .isEqualTo(200);
            assertThat(shop.client.get("/api/v1/snapshots?aggregate=" + encoded).statusCode())
                    .isEqualTo(200);
            assertThat(shop.client
                            .get("/api/v1/dead-letters?consumer=" + encoded)
                            .statusCode())
                    .isEqualTo(200);
            assertThat(shop.client.get("/api/v1/journal?aggregate=" + encoded).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void what_is_no_json_or_deep_is_shown_all_the_same() {
        assertThat(shop.client
                        .json("/api/v1/state?aggregate=bytes")
                        .get("state")
                        .get("base64")
                        .asString())
                .isEqualTo("/wA8cw==");
        assertThat(shop.client.get("/api/v1/events?aggregate=deep").statusCode())
                .isEqualTo(200);
        assertThat(shop.client.get("/api/v1/state?aggregate=deep").statusCode()).isEqualTo(200);
        assertThat(shop.client
                        .get("/api/v1/difference?aggregate=deep&from_sequence=0")
                        .statusCode())
                .isEqualTo(200);
        for (String format : List.of("json", "ndjson", "csv", "cloudevents")) {
            assertThat(shop.client.get("/api/v1/export?format=" + format).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void what_somebody_is_called_cannot_break_what_is_recorded() {
        shop.daybook.auditTrail().record(new Shop.Event.Sent(1), "x", Context.by("<b>"));
        assertThat(shop.client
                        .get("/api/v1/export?text=" + Client.encoded("\"}<script>"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(shop.client
                        .json("/api/v1/events?aggregate=daybook_console&unmask=true")
                        .get("events"))
                .isNotEmpty();
    }
}
