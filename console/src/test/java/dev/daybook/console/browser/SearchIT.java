package dev.daybook.console.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.daybook.ports.event.EventIds;
import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.AppendResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A text is looked for in more events than one call may go through. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchIT {

    private static final int EVENTS = 120_000;
    private static final LocatorAssertions.HasCountOptions IN_TIME =
            new LocatorAssertions.HasCountOptions().setTimeout(60_000);

    private Market market;

    @BeforeAll
    void open(@TempDir Path folder) {
        market = new Market(folder);
        EventIds ids = new EventIds();
        List<NewEvent> batch = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            String word = i == 17 || i == 18 ? "needle" : "hay";
            Payload payload = Payload.json(("{\"word\":\"" + word + "\"}").getBytes(StandardCharsets.UTF_8));
            batch.add(NewEvent.of(ids.next(), "stack_1", EventType.of("found"), payload, Market.MONDAY.plusMillis(i)));
            if (batch.size() == 4_000) {
                assertThat(market.daybook.storage().log().append(Append.of(batch)))
                        .isInstanceOf(AppendResult.Stored.class);
                batch.clear();
            }
        }
    }

    @AfterAll
    void close() {
        market.close();
    }

    @Test
    void a_search_goes_on_by_itself_to_the_end_of_the_log() {
        try (Visit visit = Visit.to(market.root)) {
            visit.open("/?text=needle");
            assertThat(visit.page.locator("#events .event")).hasCount(2, IN_TIME);
            assertThat(visit.page.locator("#searched")).hasCount(0, IN_TIME);
            assertThat(visit.page.locator("#nothing")).hasCount(0);
            assertThat(visit.page.locator("#histogram figcaption")).containsText("2 events");

            visit.open("/?text=nowhere");
            assertThat(visit.page.locator("#nothing h2")).containsText("No event is like that", inTime());
            assertThat(visit.page.locator("#searched")).hasCount(0);
        }
    }

    @Test
    void without_a_script_each_page_says_how_far_was_searched_and_leads_on() {
        try (Visit visit = Visit.withoutJavaScript(market.root)) {
            visit.open("/?text=needle");
            assertThat(visit.page.locator("#searched")).containsText("Searched back to 2 Mar 2026");
            assertThat(visit.page.locator("#nothing h2")).hasText("Nothing found so far");
            while (visit.page.locator("#searched").count() > 0) {
                visit.go("#searched a");
            }
            assertThat(visit.page.locator("#events .event")).hasCount(2);
        }
    }

    private static LocatorAssertions.ContainsTextOptions inTime() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);
    }
}
