package dev.daybook.console.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.console.security.Role;
import dev.daybook.console.security.Security;
import dev.daybook.jackson.export.Redaction;
import dev.daybook.ports.event.Metadata;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Who has to show a token, and what is masked. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInIT {

    private static final String AUDITOR = "a-token-of-one-auditor-0123456789";
    private static final String VIEWER = "a-token-of-one-viewer-0123456789";
    private static final String SECRET = "4111 1111 1111 1111";

    private Market market;

    @BeforeAll
    void open(@TempDir Path folder) {
        market = new Market(
                folder,
                builder -> builder.masking(
                                Redaction.builder().field("card_added", "/card").build())
                        .security(Security.authenticated()
                                .token("vera", Security.hash(AUDITOR), Role.AUDITOR)
                                .token("victor", Security.hash(VIEWER), Role.VIEWER)));
        market.append(
                "customer_1", "card_added", "{\"card\":\"" + SECRET + "\",\"holder\":\"Ada\"}", Metadata.by("ada"));
    }

    @AfterAll
    void close() {
        market.close();
    }

    @Test
    void nobody_sees_anything_before_he_signs_in_and_after_he_has_signed_out() {
        for (boolean script : new boolean[] {true, false}) {
            try (Visit visit = script ? Visit.to(market.root) : Visit.withoutJavaScript(market.root)) {
                assertThat(visit.answer("/")).isEqualTo(401);
                assertThat(visit.texts(".event")).isEmpty();
                visit.screenshot("state-sign-in-needed").fits();
                visit.go("text=Sign in");
                visit.page.fill("[name=token]", "no-token-that-is-known-0123456789");
                visit.go("button[type=submit]");
                assertThat(visit.page.locator("[role=alert]")).containsText("No such token is known");
                visit.screenshot("state-sign-in-refused").fits();
                if (script) {
                    visit.isAccessible();
                }
                signIn(visit, VIEWER);
                assertThat(visit.page.locator(".caller")).hasText("victor");
                assertThat(visit.texts(".event .aggregate")).contains("customer_1");
                visit.go("text=Sign out");
                assertThat(visit.page.locator("h1")).hasText("Sign in");
                assertThat(visit.answer("/")).isEqualTo(401);
                assertThat(visit.answer("/event?position=1")).isEqualTo(401);
            }
        }
    }

    @Test
    void an_auditor_looks_behind_the_masks_and_that_is_recorded() {
        try (Visit visit = Visit.to(market.root)) {
            signIn(visit, AUDITOR);
            visit.open("/event?position=1").screenshot("masked");
            assertThat(visit.page.textContent("#j1")).contains("\"card\": \"***\"", "Ada");
            assertThat(visit.page.content()).doesNotContain(SECRET);
            visit.go("text=Unmask");
            assertThat(visit.page.textContent("#j1")).contains(SECRET);
            visit.screenshot("unmasked").fits().isAccessible();
            visit.go("text=Mask again");
            assertThat(visit.page.content()).doesNotContain(SECRET);

            visit.open("/?aggregate=daybook_console&actor=vera");
            visit.page.click(".event summary >> nth=0");
            assertThat(visit.page.locator(".event .type").first()).hasText("console_unmasked");
            assertThat(visit.page.textContent(".event [open] .json")).contains("\"path\": \"/event\"");
        }
    }

    @Test
    void a_viewer_is_not_offered_to_look_behind_them_and_may_not() {
        try (Visit visit = Visit.to(market.root)) {
            signIn(visit, VIEWER);
            visit.open("/event?position=1");
            assertThat(visit.page.locator(".mask")).hasCount(0);
            assertThat(visit.answer("/event?position=1&unmask=true")).isEqualTo(403);
            assertThat(visit.page.content()).doesNotContain(SECRET);
            visit.screenshot("state-forbidden").fits().isAccessible();
            visit.open("/?text=4111");
            assertThat(visit.texts(".event")).isEmpty();
        }
    }

    private static void signIn(Visit visit, String token) {
        visit.open("/login");
        visit.page.fill("[name=token]", token);
        visit.go("button[type=submit]");
    }
}
