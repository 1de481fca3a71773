package dev.daybook.console.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.daybook.console.Console;
import dev.daybook.console.security.Role;
import dev.daybook.console.security.Security;
import dev.daybook.core.consumer.ConsumerSettings;
import dev.daybook.core.consumer.EventConsumer;
import dev.daybook.core.overview.EventCounts;
import dev.daybook.core.projection.Projector;
import dev.daybook.ports.event.Metadata;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Query;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConsumersIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** Each test has a consumer of its own. */
    private final String name = "mailer-" + NUMBER.incrementAndGet();

    private final Market market = Market.shared();
    private final AtomicBoolean broken = new AtomicBoolean(true);
    private Console console;
    private URI root;
    private EventConsumer mailer;
    private Projector<?, ?> types;

    @BeforeEach
    void open() throws InterruptedException {
        ConsumerSettings parking = ConsumerSettings.standard()
                .withAttempts(1, Duration.ofMillis(1), Duration.ofMillis(1))
                .whenFailing(ConsumerSettings.WhenFailing.PARK_EVENT);
        mailer = market.daybook.consumer(name, Query.types("order_cancelled"), this::mail, parking);
        types = market.daybook.projector(EventCounts.perType());
        console = Console.builder(market.daybook)
                .consumer(mailer)
                .view(types)
                .security(Security.loopback(Role.OPERATOR))
                .build();
        root = console.start(0);
        long head = market.daybook.storage().log().head();
        mailer.start();
        types.start();
        assertThat(mailer.awaitPosition(head, PATIENCE)).isTrue();
        assertThat(types.consumer().awaitPosition(head, PATIENCE)).isTrue();
    }

    private void mail(StoredEvent event) {
        if (broken.get() && event.position() > 300) {
            throw new IllegalStateException("the mail server <b>refused</b> \u202Ethe letter");
        }
    }

    @AfterEach
    void close() {
        console.close();
        mailer.discardParked(all -> true);
        mailer.close();
        types.close();
    }

    @Test
    void dead_letters_are_handled_again_or_discarded() {
        try (Visit visit = Visit.to(root)) {
            visit.open("/consumers").screenshot("consumers").fits().isAccessible();
            int parked = mailer.parked().size();
            assertThat(parked).isGreaterThan(2);
            visit.go("a.bad");
            assertThat(visit.page.locator(".letters li")).hasCount(parked);
            assertThat(visit.page.locator(".letters .why").first()).containsText("the mail server <b>refused</b>");
            visit.wholeScreenshot("dead-letters").fits().isAccessible();

            visit.page.uncheck(".letters input >> nth=0");
            visit.go("text=Discard the chosen ones");
            assertThat(visit.page.locator(".notice")).hasText(parked - 1 + " discarded.");
            assertThat(visit.page.locator(".letters li")).hasCount(1);
            broken.set(false);
            visit.go("text=Handle the chosen ones again");
            assertThat(visit.page.locator(".notice")).hasText("1 handled after all.");
            assertThat(mailer.parked()).isEmpty();
        }
    }

    @Test
    void whoever_only_wants_some_events_is_not_behind_for_the_others() throws InterruptedException {
        market.append("order_of_consumers", "order_looked_at", "{}", Metadata.none());
        long head = market.daybook.storage().log().head();
        assertThat(mailer.awaitPosition(head, PATIENCE)).isTrue();
        try (Visit visit = Visit.with(root, 2560, 1440, ColorScheme.DARK)) {
            visit.open("/consumers").screenshot("consumers-wide").fits().hasContrast();
        }
        try (Visit visit = Visit.with(root, 360, 780, ColorScheme.LIGHT)) {
            visit.open("/consumers").wholeScreenshot("consumers-narrow").fits().isAccessible();
            String row = visit.page
                    .locator("tr", new Page.LocatorOptions().setHasText(name))
                    .textContent();
            assertThat(row).contains("none").doesNotContainPattern("\\d events?\\b");
        }
    }

    @Test
    void pages_that_are_left_open_show_what_comes() throws InterruptedException {
        try (Visit visit = Visit.to(root);
                Visit onlooker = Visit.to(root)) {
            visit.open("/consumers");
            onlooker.open("/consumer?name=" + name);
            int parked = mailer.parked().size();
            Locator count = visit.page.locator("[data-fresh$='" + name + "'] a.bad");
            assertThat(count).hasText(Integer.toString(parked));
            market.append("order_of_consumers", "order_cancelled", "{}", Metadata.none());
            assertThat(count).hasText(Integer.toString(parked + 1));
            assertThat(onlooker.page.locator(".tile").last()).containsText(Integer.toString(parked + 1));
        }
    }

    @Test
    void what_fails_again_is_told_and_stays() {
        try (Visit visit = Visit.withoutJavaScript(root)) {
            visit.open("/consumer?name=" + name);
            int parked = mailer.parked().size();
            visit.go("text=Handle the chosen ones again");
            assertThat(visit.page.locator("main")).containsText("Nothing was done");
            assertThat(mailer.parked()).hasSize(parked);
        }
    }

    @Test
    void a_view_is_compared_with_the_log() {
        try (Visit visit = Visit.to(root)) {
            visit.open("/projections");
            visit.go("text=Compare with the log");
            Locator work = visit.page.locator("tr[data-fresh*='daybook_per_type'][data-fresh$=' work']");
            assertThat(work).containsText("Comparison with the log");
            assertThat(work).containsText("no key differs");
        }
    }

    @Test
    void whoever_may_only_look_is_offered_nothing_more() {
        try (Console onlooking = Console.builder(market.daybook).build();
                Visit visit = Visit.to(onlooking.start(0))) {
            visit.open("/consumer?name=" + name);
            assertThat(visit.page.locator("main button")).hasCount(0);
        }
    }
}
