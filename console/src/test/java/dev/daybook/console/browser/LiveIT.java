package dev.daybook.console.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveIT {

    private Market market;

    @BeforeAll
    void open(@TempDir Path folder) {
        market = new Market(folder).filled();
    }

    @AfterAll
    void close() {
        market.close();
    }

    @Test
    void what_happens_comes_to_the_top_by_itself() {
        try (Visit visit = Visit.to(market.root)) {
            visit.open("/?type=order_placed");
            assertThat(visit.page.locator("#live-word")).hasText("Live");
            market.place("order_live", "AMZN", 5, "1.00", "alice", 200_000);
            assertThat(visit.page.locator(".event .aggregate").first()).hasText("order_live");
            market.place("order_live_2", "AMZN", 5, "1.00", "alice", 200_001);
            assertThat(visit.page.locator(".event .aggregate").first()).hasText("order_live_2");
            assertThat(visit.page.locator(".event .aggregate").nth(1)).hasText("order_live");
            visit.screenshot("live").isAccessible();
        }
    }

    @Test
    void whoever_reads_a_row_is_only_told_that_there_is_more() {
        try (Visit visit = Visit.to(market.root)) {
            visit.open("/?actor=dora");
            assertThat(visit.page.locator("#live-word")).hasText("Live");
            market.place("order_dora_1", "AMZN", 5, "1.00", "dora", 200_002);
            visit.page.click(".event summary >> nth=0");
            market.place("order_dora_2", "AMZN", 5, "1.00", "dora", 200_003);
            assertThat(visit.page.locator("#live-new")).containsText("new event");
            assertThat(visit.texts(".event .aggregate")).doesNotContain("order_dora_2");
            visit.screenshot("live-more");
            visit.page.click("#live-new");
            assertThat(visit.page
                            .locator(".event .aggregate")
                            .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("order_dora_2")))
                    .not()
                    .hasCount(0);
        }
    }

    @Test
    void live_can_be_paused() {
        try (Visit visit = Visit.to(market.root)) {
            visit.open("/?actor=pausing");
            assertThat(visit.page.locator("#live-word")).hasText("Live");
            visit.page.keyboard().press("l");
            assertThat(visit.page.locator("#live-word")).hasText("Paused");
            market.place("order_paused", "AMZN", 5, "1.00", "pausing", 200_004);
            assertThat(visit.page.locator(".event")).hasCount(0);
            visit.page.click("#live-switch");
            assertThat(visit.page.locator(".event .aggregate").first()).containsText("order_paused");
        }
    }
}
