package dev.daybook.console.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import dev.daybook.console.Console;
import dev.daybook.console.security.Role;
import dev.daybook.console.security.Security;
import dev.daybook.core.consumer.ConsumerParts;
import dev.daybook.core.consumer.ConsumerSettings;
import dev.daybook.core.consumer.Leases;
import dev.daybook.core.projection.Projection;
import dev.daybook.core.projection.Recorded;
import dev.daybook.core.projection.Versions;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.storage.Storage;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProjectionsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** How much each trader has done, only as fast as it is let. The second version counts what is filled alone. */
    private static final class Activity implements Projection<Activity.Done, StoredEvent> {

        /** What a trader has done. */
        record Done(int events, String last) {}

        private final String name;
        private final int version;
        private final Semaphore pace;

        Activity(String name, int version, Semaphore pace) {
            this.name = name;
            this.version = version;
            this.pace = pace;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public int version() {
            return version;
        }

        @Override
        public Class<StoredEvent> eventClass() {
            return StoredEvent.class;
        }

        @Override
        public Class<Done> stateClass() {
            return Done.class;
        }

        @Override
        public Done initial() {
            return new Done(0, "");
        }

        @Override
        public Optional<String> key(Recorded<StoredEvent> event) {
            return event.event().metadata().actor();
        }

        @Override
        public Done apply(Done state, Recorded<StoredEvent> event) {
            awaitTurn();
            String type = event.event().type().name();
            boolean counts = version == 1 || type.equals("order_filled");
            return new Done(state.events() + (counts ? 1 : 0), type);
        }

        /** One event in some milliseconds, until it is let go. */
        private void awaitTurn() {
            try {
                var unused = pace.tryAcquire(20, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static final int ENDLESS = Integer.MAX_VALUE / 2;

    /** Each test has a view of its own. */
    private final String name = "activity-" + NUMBER.incrementAndGet();

    private final Market market = Market.shared();
    private final Semaphore served = new Semaphore(ENDLESS);
    private final Semaphore pace = new Semaphore(0);
    private Leases leases;
    private Versions<Activity.Done> versions;
    private Console console;
    private URI root;

    @BeforeEach
    void open() throws InterruptedException {
        Storage storage = market.daybook.storage();
        leases = new Leases(storage.consumers());
        versions = new Versions<>(
                List.of(new Activity(name, 1, served), new Activity(name, 2, pace)),
                market.daybook.events(),
                ConsumerSettings.standard().withBatch(20),
                new ConsumerParts(storage, market.daybook.states(), leases, Clock.systemUTC()));
        versions.startBegun();
        assertThat(versions.awaitPosition(storage.log().head(), PATIENCE)).isTrue();
        console = Console.builder(market.daybook)
                .view(versions)
                .security(Security.loopback(Role.OPERATOR))
                .build();
        root = console.start(0);
    }

    @AfterEach
    void close() {
        pace.release(ENDLESS);
        console.close();
        versions.close();
        leases.close();
    }

    /** The line of a version, as the page has it at each moment. */
    private Locator version(Visit visit, int version) {
        return visit.page.locator("[data-fresh='" + name + "@" + version + "']");
    }

    /** How a version is compared, or was. */
    private Locator work(Visit visit, int version) {
        return visit.page.locator("[data-fresh='" + name + "@" + version + " work']");
    }

    private Locator button(Visit visit, int version, String words) {
        return visit.page
                .locator("[data-fresh='" + name + "@" + version + " orders']")
                .getByText(words, new Locator.GetByTextOptions().setExact(true));
    }

    private void press(Visit visit, int version, String words) {
        visit.leave(() -> button(visit, version, words).click());
    }

    @Test
    void a_new_version_is_built_cancelled_built_on_compared_served_and_rolled_back() {
        try (Visit visit = Visit.to(root)) {
            visit.open("/projections").isAccessible();
            assertThat(version(visit, 1)).containsText("1, served");
            assertThat(version(visit, 2)).containsText("2, not built yet");

            press(visit, 2, "Build it");
            assertThat(visit.page.locator(".notice")).containsText("is being built");
            assertThat(version(visit, 2)).containsText("2, being built");
            assertThat(version(visit, 2).locator("[data-label='Time left']"))
                    .containsText(Pattern.compile("[1-9][0-9]* (second|minute)s?"));
            visit.screenshot("projections-building").fits().isAccessible();
            String before = version(visit, 2).locator(".progress").textContent();
            assertThat(version(visit, 2).locator(".progress")).not().hasText(before);

            press(visit, 2, "Cancel");
            assertThat(version(visit, 2)).containsText("2, stopped");
            press(visit, 2, "Go on building");
            pace.release(ENDLESS);
            assertThat(version(visit, 2)).containsText("2, built, follows");

            visit.leave(() -> button(visit, 2, "Compare with the one served").click());
            assertThat(visit.page.locator("h1")).hasText(name);
            assertThat(visit.texts(".difference >> nth=0 >> thead th"))
                    .containsExactly("Field", "Version 1", "Version 2");
            assertThat(visit.texts("h2 bdi")).contains("alice", "bob");
            visit.screenshot("projections-comparison").fits().isAccessible();

            visit.go("main .headline a");
            press(visit, 2, "Serve it");
            assertThat(version(visit, 2)).containsText("2, served");
            assertThat(versions.served()).isEqualTo(2);
            press(visit, 1, "Roll back to it");
            assertThat(version(visit, 1)).containsText("1, served");
            assertThat(versions.served()).isEqualTo(1);

            button(visit, 2, "Drop").click();
            press(visit, 2, "Drop version 2");
            assertThat(version(visit, 2)).containsText("2, dropped");
            assertThat(work(visit, 2)).containsText("all are removed");
            assertThat(versions.isDropped(2)).isTrue();
        }
    }

    @Test
    void all_of_it_can_be_done_without_a_script_and_in_a_narrow_window() throws InterruptedException {
        pace.release(ENDLESS);
        try (Visit visit = Visit.withoutJavaScript(root)) {
            visit.open("/projections");
            press(visit, 2, "Build it");
            assertThat(versions.version(2)
                            .consumer()
                            .awaitPosition(market.daybook.storage().log().head(), PATIENCE))
                    .isTrue();
            visit.go("text=Look again");
            press(visit, 2, "Serve it");
            assertThat(visit.page.locator(".notice")).containsText("is served from now on");
            press(visit, 2, "Compare with the log");
            assertThat(work(visit, 2)).containsText("no key differs");
        }
        assertThat(versions.served()).isEqualTo(2);
        try (Visit visit = Visit.with(root, 360, 780, ColorScheme.LIGHT)) {
            visit.open("/projections")
                    .wholeScreenshot("projections-narrow")
                    .fits()
                    .isAccessible();
        }
        try (Visit visit = Visit.with(root, 1280, 900, ColorScheme.DARK)) {
            visit.open("/projections").screenshot("projections-dark").fits().hasContrast();
        }
    }

    @Test
    void the_version_that_is_served_is_compared_with_the_log_which_is_followed_and_cancelled() {
        served.drainPermits();
        try (Visit visit = Visit.to(root)) {
            visit.open("/projections");
            press(visit, 1, "Compare with the log");
            assertThat(visit.page.locator(".notice")).containsText("It is begun");
            assertThat(work(visit, 1)).containsText("folded up to");
            assertThat(button(visit, 1, "Compare with the log")).hasCount(0);
            visit.screenshot("projections-comparing").fits().isAccessible();
            visit.open("/projections");
            String before = work(visit, 1).textContent();
            assertThat(work(visit, 1)).not().hasText(before);

            visit.leave(() -> work(visit, 1).getByText("Cancel this").click());
            assertThat(work(visit, 1)).containsText("was cancelled");
            served.drainPermits();
            served.release(ENDLESS);
            press(visit, 1, "Compare with the log");
            assertThat(work(visit, 1)).containsText("no key differs");
            visit.open("/projections").isAccessible();
            assertThat(work(visit, 1)).containsText("no key differs");
        }
    }

    @Test
    void what_somebody_uses_is_left_alone_while_the_rest_goes_on() {
        try (Visit visit = Visit.to(root)) {
            visit.open("/projections");
            press(visit, 2, "Build it");
            button(visit, 2, "Drop").click();
            String before = version(visit, 2).locator(".progress").textContent();
            assertThat(version(visit, 2).locator(".progress")).not().hasText(before);
            assertThat(button(visit, 2, "Drop version 2")).isVisible();
        }
    }

    @Test
    void whoever_may_only_look_is_offered_nothing_more() {
        try (Console onlooking = Console.builder(market.daybook).view(versions).build();
                Visit visit = Visit.to(onlooking.start(0))) {
            visit.open("/projections");
            assertThat(version(visit, 1)).containsText("1, served");
            assertThat(visit.page.locator("main button")).hasCount(0);
        }
    }
}
