package dev.daybook.console.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AggregateIT {

    private static final int STEPS = Market.FILLS + 1;

    private final Market market = Market.shared();

    @Test
    void the_slider_goes_through_the_history() {
        try (Visit visit = Visit.to(market.root)) {
            visit.open("/aggregate?id=order_1");
            assertThat(visit.page.locator("#where")).hasText("Step " + STEPS + " of " + STEPS);
            visit.page.locator("#slider [type=range]").fill("3");
            assertThat(visit.page.locator("#view h2").first()).hasText("State after step 3");
            visit.page.waitForURL("**step=3");
            assertThat(visit.texts(".tree .changed th")).contains("open", "value");
            visit.page.keyboard().press("]");
            visit.page.waitForURL("**step=4");
            visit.screenshot("aggregate-slider").isAccessible();
        }
    }

    @Test
    void without_javascript_steps_are_links_and_a_form() {
        try (Visit visit = Visit.withoutJavaScript(market.root)) {
            visit.open("/aggregate?id=order_1&step=2");
            visit.go("a[rel=next]");
            assertThat(visit.page.locator("#where")).hasText("Step 3 of " + STEPS);
            visit.go("a[rel=prev]");
            assertThat(visit.page.locator("#where")).hasText("Step 2 of " + STEPS);
            visit.page.fill("[name=against]", "0");
            visit.go("#slider [type=submit]");
            assertThat(visit.texts(".difference tbody th")).contains("symbol", "status", "open");
            visit.page.fill("[name=at]", "2026-03-02 09:30");
            visit.go("#slider [type=submit]");
            assertThat(visit.page.locator("#where")).hasText("Step 9 of " + STEPS);
        }
    }

    @Test
    void a_difference_tells_old_and_new() {
        try (Visit visit = Visit.to(market.root)) {
            visit.open("/aggregate?id=order_2&step=2");
            String before = visit.page.textContent(".difference tr:has(bdi:text-is('status')) del");
            String after = visit.page.textContent(".difference tr:has(bdi:text-is('status')) ins");
            assertThat(before).isEqualTo("open");
            assertThat(after).isIn("filled", "cancelled");
        }
    }

    @Test
    void commands_are_told_with_what_became_of_them() {
        try (Visit visit = Visit.to(market.root)) {
            visit.open("/aggregate?id=order_1");
            assertThat(visit.page.locator(".commands .refused").first()).hasText("rejected");
            assertThat(visit.page.locator(".commands .why").first()).containsText("are open");
            assertThat(visit.page.locator(".commands .taken").first()).hasText("stored");
        }
    }

    @Test
    void a_replay_tells_how_long_it_took() {
        try (Visit visit = Visit.to(market.root)) {
            visit.open("/aggregate?id=order_1");
            visit.page.click("a:text-is('Replay')");
            assertThat(visit.page.locator(".notice")).containsText(STEPS + " events folded from the first on in ");
            assertThat(visit.page.locator(".notice")).containsText("the same");
        }
    }

    @Test
    void numbers_are_drawn_over_the_history() {
        try (Visit visit = Visit.to(market.root)) {
            visit.open("/aggregate?id=order_1&step=1");
            assertThat(visit.texts(".chart figcaption bdi")).contains("open", "value");
            assertThat(visit.page.getAttribute(".chart .line", "d")).contains("H");
        }
    }

    @Test
    void an_operator_takes_a_snapshot_and_others_cannot() {
        try (Visit visit = Visit.to(market.root)) {
            visit.open("/aggregate?id=order_3");
            assertThat(visit.page.locator(".snapshot")).containsText("No snapshot is kept");
            visit.go("text=Take a snapshot");
            assertThat(visit.page.locator(".notice")).hasText("A snapshot was taken.");
            assertThat(visit.page.locator(".snapshot")).containsText("Snapshot of step 2, taken");
        }
        try (dev.daybook.console.Console onlooking =
                dev.daybook.console.Console.builder(market.daybook).build()) {
            try (Visit visit = Visit.to(onlooking.start(0))) {
                visit.open("/aggregate?id=order_4");
                assertThat(visit.page.locator("text=Take a snapshot")).hasCount(0);
            }
        }
    }
}
