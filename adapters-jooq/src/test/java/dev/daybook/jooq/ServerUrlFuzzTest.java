package dev.daybook.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Whatever the URL, it is taken apart or refused, and a password shows in neither. */
class ServerUrlFuzzTest {

    private static final String SECRET = "s3cr3tw0rd";

    @FuzzTest(maxDuration = "10m")
    void a_url_is_taken_apart_or_refused(byte[] bytes) {
        String rest = new String(bytes, StandardCharsets.UTF_8);
        takenApartOrRefused(rest);
        takenApartOrRefused("postgresql://user:" + SECRET + rest);
        takenApartOrRefused("postgresql://user:" + SECRET + "@host" + rest);
    }

    private static void takenApartOrRefused(String text) {
        try {
            ServerUrl url = ServerUrl.parse(text);
            Optional<String> password = url.password();
            if (password.equals(Optional.of(SECRET)) && text.indexOf(SECRET) == text.lastIndexOf(SECRET)) {
                assertThat(url.jdbc()).doesNotContain(SECRET);
            }
            assertThat(url.jdbc()).startsWith("jdbc:");
            assertThat(url.user().isPresent() || password.isEmpty()).isTrue();
            assertThat(url.schema()).isNotNull();
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageContaining("expected ").hasMessageContaining("not of that form");
            if (text.startsWith("postgresql://user:" + SECRET)) {
                assertThat(refused.getMessage()).doesNotContain(SECRET);
            }
        }
    }
}
