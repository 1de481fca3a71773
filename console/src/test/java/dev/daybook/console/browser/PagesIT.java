package dev.daybook.console.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import dev.daybook.ports.event.Metadata;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagesIT {

    private static final List<String> PAGES = List.of(
            "/",
            "/?aggregate=order_1&from=2026-03-02",
            "/event?position=3",
            "/aggregate?id=order_1&step=12",
            "/overview",
            "/projections",
            "/consumers");

    private static final long HEAVIEST = 150 * 1024;

    private final Market market = Market.shared();

    @ParameterizedTest
    @CsvSource({
        "narrow, 360, 780, LIGHT",
        "usual, 1280, 900, LIGHT",
        "usual-dark, 1280, 900, DARK",
        "wide, 2560, 1440, LIGHT",
    })
    void every_page_is_accessible_and_fits_into_its_window(String name, int width, int height, ColorScheme scheme) {
        try (Visit visit = Visit.with(market.root, width, height, scheme)) {
            for (String path : PAGES) {
                String file =
                        path.substring(1).replaceAll("\\?.*=.*&", "-filtered-").replaceAll("\\W+", "-");
                visit.open(path).wholeScreenshot("page-" + file + "-" + name).fits();
                if (scheme == ColorScheme.DARK) {
                    visit.hasContrast();
                } else {
                    visit.isAccessible();
                }
            }
        }
    }

    @Test
    void a_page_is_light() {
        for (String path : PAGES) {
            // A window of its own has nothing in its cache.
            try (Visit visit = Visit.to(market.root)) {
                visit.open(path);
                visit.page.waitForFunction("() => performance.getEntriesByName('first-contentful-paint').length > 0");
                Visit.Weight weight = visit.weight();
                System.out.printf(
                        Locale.ROOT,
                        "%-40s %6.1f KB sent, %6.1f KB unpacked, first paint after %4.0f ms%n",
                        path,
                        weight.sent() / 1024.0,
                        weight.unpacked() / 1024.0,
                        weight.firstPaint());
                assertThat(weight.sent()).as("bytes sent for %s", path).isBetween(2_000L, HEAVIEST);
            }
        }
    }

    @Test
    void pages_that_have_nothing_to_show_say_so(@TempDir Path folder) {
        try (Market empty = new Market(folder);
                Visit visit = Visit.to(empty.root)) {
            visit.open("/").screenshot("state-empty").fits().isAccessible();
            assertThat(visit.page.textContent(".state")).contains("Nothing has happened yet");
            visit.open("/overview").screenshot("state-empty-overview").fits().isAccessible();
        }
        try (Visit visit = Visit.to(market.root)) {
            visit.open("/?actor=nobody").screenshot("state-no-match").fits().isAccessible();
            assertThat(visit.page.textContent(".state")).contains("No event is like that");
        }
    }

    @Test
    void what_cannot_be_shown_is_told_in_words() {
        try (Visit visit = Visit.to(market.root)) {
            assertThat(visit.answer("/aggregate?id=order_unknown")).isEqualTo(404);
            visit.screenshot("state-unknown").fits().isAccessible();
            assertThat(visit.page.textContent("main")).contains("order_unknown has no events");
            assertThat(visit.answer("/?form=2026")).isEqualTo(400);
            visit.screenshot("state-misspelt").fits().isAccessible();
            assertThat(visit.page.textContent("main")).contains("form is not known here");
        }
    }

    @Test
    void the_growth_of_the_log_is_told_and_leads_to_its_events() {
        try (Visit visit = Visit.to(market.root)) {
            visit.open("/overview");
            assertThat(visit.texts(".tile:has-text('Storage') .figure").getFirst())
                    .matches("[0-9.]+ (KB|MB)");
            assertThat(visit.texts(".tile:has-text('Growth')").getFirst())
                    .containsPattern("≈ [0-9.]+ (KB|MB)")
                    .containsPattern("[0-9,]+ events in the last 24 hours, at [0-9.]+ (B|KB) an event");
            visit.go(".tile:has-text('Growth') a");
            assertThat(visit.texts(".event")).isNotEmpty();
        }
    }

    @Test
    void causes_and_effects_are_walked_both_ways() {
        UUID cause = market.append("basket_900", "basket_ordered", "{}", Metadata.by("alice"));
        UUID middle = market.append(
                "payment_900", "payment_taken", "{}", Metadata.none().causedBy(cause));
        market.append("parcel_900", "parcel_sent", "{}", Metadata.none().causedBy(middle));
        market.append("mail_900", "mail_sent", "{}", Metadata.none().causedBy(middle));
        try (Visit visit = Visit.to(market.root)) {
            visit.open("/event?id=" + middle).screenshot("causation").isAccessible();
            assertThat(visit.texts(".chain > .cause .type")).containsExactly("basket_ordered");
            assertThat(visit.texts(".effects .type")).containsExactly("parcel_sent", "mail_sent");
            visit.go(".effects a >> nth=1");
            assertThat(visit.texts("h1")).containsExactly("mail_sent");
            assertThat(visit.texts(".chain > .cause .type")).containsExactly("basket_ordered", "payment_taken");
            visit.go(".chain > .cause a >> nth=0");
            assertThat(visit.texts("h1")).containsExactly("basket_ordered");
            assertThat(visit.texts(".effects .type")).containsExactly("payment_taken");
        }
    }

    @Test
    void a_name_leads_where_it_belongs() {
        try (Visit visit = Visit.to(market.root)) {
            visit.open("/");
            visit.page.fill("#go", "order_7");
            visit.page.press("#go", "Enter");
            visit.page.waitForURL("**/aggregate?id=order_7");
            assertThat(visit.texts("h1")).containsExactly("order_7");
            visit.page.fill("#go", "3");
            visit.page.press("#go", "Enter");
            visit.page.waitForURL("**/event?position=3");
            assertThat(visit.texts(".headline .muted")).contains("position 3");
        }
    }

    @Test
    void the_look_that_was_chosen_stays() {
        try (Visit visit = Visit.to(market.root)) {
            visit.open("/");
            assertThat(background(visit)).isEqualTo("rgb(246, 246, 243)");
            visit.page.click("#theme");
            assertThat(background(visit)).isEqualTo("rgb(15, 18, 22)");
            visit.open("/overview");
            assertThat(background(visit)).isEqualTo("rgb(15, 18, 22)");
        }
    }

    private static Object background(Visit visit) {
        return visit.page.evaluate("() => getComputedStyle(document.body).backgroundColor");
    }
}
