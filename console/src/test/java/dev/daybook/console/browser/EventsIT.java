package dev.daybook.console.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventsIT {

    private final Market market = Market.shared();
    private Visit scripted;
    private Visit plain;

    @BeforeAll
    void open() {
        scripted = Visit.to(market.root);
        plain = Visit.withoutJavaScript(market.root);
    }

    @AfterAll
    void close() {
        scripted.close();
        plain.close();
    }

    @ParameterizedTest
    @CsvSource({
        "aggregate, order_7, .event summary .aggregate, order_7",
        "type, order_cancelled, .event summary .type, order_cancelled",
        "actor, bob, .event summary .actor, bob",
        "tag, symbol:NVDA, .event summary .type, order_placed",
        "correlation, work-order_9, .event summary .aggregate, (journal:)?order_9",
        "text, limit not reached, .event summary .what, .*limit not reached.*",
    })
    void each_filter_shows_what_it_says_and_stands_in_the_address(
            String field, String value, String selector, String expected) {
        for (Visit visit : List.of(scripted, plain)) {
            visit.open("/?limit=100&order=oldest");
            if (!visit.page.isVisible("#filter [name=" + field + "]")) {
                visit.page.click(".more summary");
            }
            visit.page.fill("#filter [name=" + field + "]", value);
            visit.leave(() -> visit.page.press("#filter [name=" + field + "]", "Enter"));

            assertThat(visit.page.locator(".chips")).containsText(value);
            assertThat(visit.query())
                    .contains(field + "=" + value.replace(":", "%3A").replace(" ", "+"));
            searchOn(visit);
            assertThat(visit.texts(selector))
                    .isNotEmpty()
                    .allSatisfy(text -> assertThat(text).matches(expected));
            visit.go(".chips a >> nth=0");
            assertThat(visit.page.locator(".chips")).hasCount(0);
        }
    }

    /** A search for a text ends after a moment, and on a busy machine with nothing yet. */
    private static void searchOn(Visit visit) {
        while (visit.texts(".event").isEmpty()) {
            visit.go("text=Search on");
        }
    }

    @Test
    void times_are_typed_as_people_write_them() {
        try (Visit visit = Visit.withoutJavaScript(market.root)) {
            visit.open("/?from=2026-03-02&to=2026-03-02+09:31");
            assertThat(visit.page.inputValue("#filter [name=to]")).isEqualTo("2026-03-02T09:31:59.999999Z");
            assertThat(visit.texts(".chips bdi")).containsExactly("2 Mar 2026", "2 Mar 2026 09:31");
            assertThat(visit.texts(".event summary time"))
                    .isNotEmpty()
                    .allSatisfy(time -> assertThat(time).isBetween("09:30:00", "09:31:59.999999"));
        }
    }

    @Test
    void a_row_opens_to_the_whole_event() {
        try (Visit visit = Visit.to(market.root)) {
            visit.open("/?aggregate=order_1");
            visit.page.click(".event summary >> nth=0");
            assertThat(visit.page.locator(".event [open] .json")).isVisible();
            assertThat(visit.page.textContent(".event [open] .json"))
                    .contains("\"aggregate_id\": \"order_1\"")
                    .contains("\"quantity\": ");
            assertThat(visit.page.locator(".event [open] .json .k").first()).isVisible();
            visit.screenshot("events-row-open").isAccessible();
        }
    }

    @Test
    void a_day_that_comes_again_has_its_heading_again(@TempDir Path folder) {
        try (Market late = new Market(folder);
                Visit visit = Visit.to(late.root)) {
            late.place("order_1", "AMZN", 10, "100.10", "alice", 0);
            late.place("order_2", "AMZN", 10, "100.10", "alice", 86_400);
            late.place("order_3", "AMZN", 10, "100.10", "alice", 60);
            visit.open("/?type=order_placed").screenshot("events-days-apart").isAccessible();
            assertThat(visit.texts(".day"))
                    .containsExactly("Monday, 2 March 2026", "Tuesday, 3 March 2026", "Monday, 2 March 2026");
        }
    }

    @Test
    void pages_follow_each_other_without_losing_or_repeating_an_event() {
        try (Visit visit = Visit.withoutJavaScript(market.root)) {
            visit.open("/?limit=100");
            Set<String> seen = new HashSet<>(visit.texts("a.position"));
            int pages = 1;
            while (visit.page.isVisible("a[rel=next]")) {
                visit.go("a[rel=next]");
                for (String position : visit.texts("a.position")) {
                    assertThat(seen.add(position))
                            .as("position %s is new", position)
                            .isTrue();
                }
                pages++;
            }
            assertThat(pages).isGreaterThan(2);
            assertThat((long) seen.size())
                    .isEqualTo(market.daybook.storage().log().head());
        }
    }

    @Test
    void a_bar_of_the_histogram_leads_to_its_events() {
        try (Visit visit = Visit.withoutJavaScript(market.root)) {
            visit.open("/?type=order_placed");
            String label = visit.page.locator("#histogram title").first().textContent();
            visit.go("#histogram a >> nth=0");
            int expected = Integer.parseInt(label.substring(0, label.indexOf(' ')));
            assertThat(visit.texts(".event")).hasSize(expected);
        }
    }

    @Test
    void a_range_of_the_histogram_is_selected_by_dragging() {
        try (Visit visit = Visit.to(market.root)) {
            visit.open("/?type=order_placed");
            BoundingBox box = visit.page.locator("#histogram svg").boundingBox();
            visit.page.mouse().move(box.x + box.width * 0.5, box.y + 30);
            visit.page.mouse().down();
            visit.page.mouse().move(box.x + box.width * 0.8, box.y + 30);
            visit.page.mouse().move(box.x + box.width, box.y + 30);
            visit.page.mouse().up();
            visit.page.waitForURL("**from=**");
            assertThat(visit.query()).contains("type=order_placed").contains("&to=2026-03-03");
            visit.page.waitForSelector(".day");
            assertThat(visit.texts(".day")).containsExactly("Tuesday, 3 March 2026");
        }
    }

    @Test
    void everything_is_reached_by_keys() {
        try (Visit visit = Visit.to(market.root)) {
            visit.open("/");
            visit.page.keyboard().press("Tab");
            assertThat(visit.page.locator(".skip")).isFocused();
            visit.page.keyboard().press("Enter");
            visit.page.keyboard().press("j");
            assertThat(visit.page.locator(".event summary").nth(0)).isFocused();
            visit.page.keyboard().press("j");
            visit.page.keyboard().press("Enter");
            assertThat(visit.page.locator(".event").nth(1).locator(".json")).isVisible();
            visit.screenshot("keys-row");
            visit.page.keyboard().press("/");
            assertThat(visit.page.locator("#search")).isFocused();
            visit.page.keyboard().type("limit not");
            visit.page.keyboard().press("Enter");
            visit.page.waitForURL("**text=limit+not");
            visit.page.keyboard().press("?");
            assertThat(visit.page.locator("#keys")).isVisible();
            visit.screenshot("keys").isAccessible();
            visit.page.keyboard().press("Escape");
            assertThat(visit.page.locator("#keys")).isHidden();
            searchOn(visit);
            visit.page.keyboard().press("j");
            visit.page.keyboard().press("o");
            visit.page.waitForURL("**/event?position=*");
            String here = visit.page.url();
            visit.page.keyboard().press("[");
            visit.page.waitForURL(url -> !url.equals(here));
            assertThat(visit.page.url()).contains("/event?position=");
        }
    }

    @Test
    void what_is_shown_is_exported_and_nothing_else() throws IOException {
        try (Visit visit = Visit.to(market.root)) {
            visit.open("/?type=order_cancelled");
            int shown = visit.texts(".event").size();
            Download download = visit.page.waitForDownload(() -> visit.page.click(".exports a:text-is('NDJSON')"));
            List<String> lines = Files.readAllLines(download.path());
            assertThat(lines).hasSize(shown).allSatisfy(line -> assertThat(line).contains("order_cancelled"));
            assertThat(download.suggestedFilename()).endsWith(".ndjson");
        }
    }
}
