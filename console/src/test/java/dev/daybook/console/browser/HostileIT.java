package dev.daybook.console.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import dev.daybook.ports.event.Metadata;
import dev.daybook.ports.event.Tag;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Texts that want to be more than text, as content, id, actor and tag. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileIT {

    private static final List<String> TEXTS = List.of(
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(2)>",
            "'-alert(3)-'",
            "javascript:alert(4)",
            "</script><svg onload=alert(5)>",
            "{{7*7}}${7*7}#{7*7}",
            "invoice\u202Etxt.exe",
            "ad\u200Bmin",
            "\u0645\u0631\u062D\u0628\u0627 \u05E9\u05DC\u05D5\u05DD order",
            "a".repeat(230),
            "\uD83D\uDC69\u200D\uD83D\uDCBB ok");

    private Market market;
    private final List<UUID> ids = new ArrayList<>();

    @BeforeAll
    void open(@TempDir Path folder) {
        market = new Market(folder);
        JsonMapper json = new JsonMapper();
        for (String text : TEXTS) {
            String payload = json.writeValueAsString(java.util.Map.of("note", text, text, List.of(text)));
            Metadata metadata = Metadata.by(text).withCorrelationId(text).with(text, text);
            ids.add(market.append(text, "note_taken", payload, metadata, Tag.of("note", text)));
        }
        String deep = "{\"a\":".repeat(200) + "1" + "}".repeat(200);
        ids.add(market.append("deep", "deep_thing", deep, Metadata.none()));
        ids.add(market.append("long", "long_thing", "{\"text\":\"" + "x".repeat(20_000) + "\"}", Metadata.none()));
        ids.add(market.append("wide", "wide_thing", json.writeValueAsString(new int[3_000]), Metadata.none()));
    }

    @AfterAll
    void close() {
        market.close();
    }

    @ParameterizedTest
    @CsvSource({"narrow, 360, 780", "usual, 1280, 900"})
    void they_stay_text_on_every_page(String name, int width, int height) {
        try (Visit visit = Visit.with(market.root, width, height, ColorScheme.LIGHT)) {
            visit.open("/");
            visit.page.locator("summary").all().forEach(row -> {
                if (row.isVisible()) {
                    row.click();
                }
            });
            visit.wholeScreenshot("hostile-events-" + name).fits().isAccessible();
            assertThat(visit.texts(".event .aggregate"))
                    .contains(TEXTS.get(0), TEXTS.get(1), "ad\u2039U+200B\u203Amin");
            visit.open("/overview").wholeScreenshot("hostile-overview-" + name).fits();
            visit.open("/aggregates")
                    .wholeScreenshot("hostile-aggregates-" + name)
                    .fits()
                    .isAccessible();
            assertThat(visit.texts("tbody th")).contains(TEXTS.get(0), TEXTS.get(1), "ad\u2039U+200B\u203Amin");
            visit.open("/aggregate?id=" + encoded(TEXTS.get(6))).screenshot("hostile-override-" + name);
            visit.isAccessible();
            assertThat(visit.answer("/aggregate?id=none" + encoded(TEXTS.get(0))))
                    .isEqualTo(404);
            assertThat(visit.page.content()).doesNotContain("<script>alert");
        }
    }

    @Test
    void each_of_them_has_its_pages() {
        try (Visit visit = Visit.with(market.root, 360, 780, ColorScheme.LIGHT)) {
            for (UUID id : ids) {
                visit.open("/event?id=" + id).fits();
            }
            for (String text : TEXTS) {
                visit.open("/aggregate?id=" + encoded(text)).fits();
                visit.open("/?aggregate=" + encoded(text) + "&actor=" + encoded(text) + "&tag="
                                + encoded("note:" + text))
                        .fits();
                assertThat(visit.texts(".event")).hasSize(1);
            }
            for (String id : List.of("deep", "long", "wide")) {
                visit.open("/aggregate?id=" + id).screenshot("hostile-" + id).fits();
            }
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
