package dev.daybook.console.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import dev.daybook.console.security.Role;
import dev.daybook.console.security.Security;
import dev.daybook.ports.event.Metadata;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
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
            "/aggregates",
            "/aggregates?snapshot=true&prefix=order_",
            "/projections",
            "/consumers");

    /** A window is scrolled by whole pixels, which leaves a fraction of one out. */
    private static final LocatorAssertions.IsInViewportOptions WHOLLY =
            new LocatorAssertions.IsInViewportOptions().setRatio(0.97);

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

    @ParameterizedTest
    @CsvSource({"280", "360", "1280"})
    void the_navigation_is_one_line_whose_pages_are_reached_by_keys(int width) {
        try (Visit visit = Visit.with(market.root, width, 780, ColorScheme.LIGHT)) {
            visit.open("/consumers");
            assertThat(visit.page.locator(".top nav [aria-current]")).isInViewport(WHOLLY);
            visit.page.focus(".brand");
            Set<Object> lines = new HashSet<>();
            for (Locator link : visit.page.locator(".top nav a").all()) {
                visit.page.keyboard().press("Tab");
                assertThat(link).isFocused();
                assertThat(link).isInViewport(WHOLLY);
                lines.add(link.boundingBox().y);
            }
            assertThat(lines).as("where the lines of the navigation begin").hasSize(1);
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
    void each_figure_leads_to_what_it_is_about(@TempDir Path folder) {
        Map<String, Consumer<Visit>> told = Map.of(
                "Events", visit -> assertThat(visit.texts(".event")).isNotEmpty(),
                "Events a second",
                        visit -> assertThat(visit.texts(".chips .key")).contains("from"),
                "Storage", visit -> assertThat(visit.texts(".event")).isNotEmpty(),
                "Growth a day", visit -> assertThat(visit.texts(".event")).isNotEmpty(),
                "Snapshots", PagesIT::showsSnapshots,
                "Replay",
                        visit -> assertThat(visit.texts(":target").getFirst())
                                .containsPattern("^Loads and replays\\s*[1-9][0-9,]* in this process, .*on average in"),
                "Cache of past states",
                        visit -> assertThat(visit.texts(":target").getFirst())
                                .containsPattern("^Past states\\s*[0-9,]+ of [1-9][0-9,]* questions"));
        try (Market own = new Market(folder, builder -> builder.security(Security.loopback(Role.OPERATOR))).filled();
                Visit visit = Visit.to(own.root)) {
            visit.open("/aggregate?id=order_5").go("text=Take a snapshot");
            visit.open("/aggregate?id=order_5&at=2026-03-20");
            visit.open("/overview");
            assertThat(visit.texts(".tile h2")).containsExactlyInAnyOrderElementsOf(told.keySet());
            told.forEach((name, isShown) -> {
                visit.open("/overview");
                String url = visit.page
                        .locator(".tile:has(h2:text-is('" + name + "')) .figure a")
                        .getAttribute("href");
                assertThat(visit.answer(url)).as("status behind %s", name).isEqualTo(200);
                isShown.accept(visit);
            });
        }
    }

    private static void showsSnapshots(Visit visit) {
        assertThat(visit.texts(":target").getFirst()).containsPattern("^Snapshots\\s*[1-9][0-9,]* in the log");
        assertThat(visit.texts("tbody th")).contains("order_5").doesNotContain("order_6");
        assertThat(visit.texts("[data-label='Newest snapshot']"))
                .isNotEmpty()
                .allMatch(told -> told.startsWith("step "));
        assertThat(visit.texts("tr:has-text('order_5') [data-label='A load folds']"))
                .containsExactly("0");
    }

    @ParameterizedTest
    @CsvSource({"360", "1280", "2560"})
    void a_figure_stands_on_one_line_of_its_tile(int width) {
        try (Visit visit = Visit.with(market.root, width, 900, ColorScheme.LIGHT)) {
            visit.open("/overview");
            assertThat((List<?>) visit.page.evaluate("() => [...document.querySelectorAll('.tile .figure')]"
                            + ".filter(e => e.scrollWidth > e.clientWidth"
                            + " || e.clientHeight > 1.5 * parseFloat(getComputedStyle(e).lineHeight))"
                            + ".map(e => e.textContent)"))
                    .isEmpty();
        }
    }

    @Test
    void aggregates_are_found_by_how_their_ids_begin_and_page_by_page() {
        try (Visit visit = Visit.to(market.root)) {
            visit.open("/aggregates");
            visit.page.fill("#search", "order_11");
            visit.go("button:text('Find')");
            assertThat(visit.texts("tbody th"))
                    .hasSize(11)
                    .startsWith("order_11", "order_110")
                    .endsWith("order_119");
            visit.open("/aggregates?prefix=order_");
            List<String> first = visit.texts("tbody th");
            visit.go("text=More aggregates");
            assertThat(visit.texts("tbody th")).hasSize(50).doesNotContainAnyElementsOf(first);
            visit.go("text=First page");
            assertThat(visit.texts("tbody th")).isEqualTo(first);
            visit.go("tr:has-text('order_10') >> text=Replay >> nth=0");
            assertThat(visit.texts(".notice").getFirst()).contains("events folded from the first on in");
            visit.open("/aggregates?prefix=nobody")
                    .screenshot("state-no-aggregate")
                    .fits()
                    .isAccessible();
            assertThat(visit.page.textContent(".state")).contains("No aggregate is like that");
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
