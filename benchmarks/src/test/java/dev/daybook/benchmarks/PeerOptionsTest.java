package dev.daybook.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.benchmarks.PeerOptions.Work;
import dev.daybook.benchmarks.peer.EngineKind;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PeerOptionsTest {

    @Test
    void nothing_named_is_everything_in_small() {
        PeerOptions options = PeerOptions.parse("folder");

        assertThat(options.folder()).isEqualTo(Path.of("folder"));
        assertThat(options.engines()).containsExactly(EngineKind.values());
        assertThat(options.works()).containsExactly(Work.values());
        assertThat(options.peers()).isEmpty();
        assertThat(options.stored()).isEqualTo(1_000_000);
    }

    @Test
    void names_choose_engines_and_works() {
        PeerOptions options = PeerOptions.parse("folder", "h2", "growth", "sqlite", "--peers", "there");

        assertThat(options.engines()).containsExactly(EngineKind.SQLITE, EngineKind.H2);
        assertThat(options.works()).containsExactly(Work.GROWTH);
        assertThat(options.peers()).contains(Path.of("there"));
    }

    @Test
    void what_is_given_goes_before_what_full_stands_for() {
        PeerOptions options = PeerOptions.parse("folder", "--full", "--events", "20000", "--millis", "200");

        assertThat(options.events()).isEqualTo(20_000);
        assertThat(options.stored()).isEqualTo(10_000_000);
        assertThat(options.lap()).isEqualTo(Duration.ofMillis(200));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "folder --rounds 0",
                "folder --rounds",
                "folder --rounds many",
                "folder --what",
                "folder oracle"
            })
    void what_is_not_understood_is_refused_with_what_was_expected(String words) {
        String[] arguments = words.isEmpty() ? new String[0] : words.split(" ");

        assertThatThrownBy(() -> PeerOptions.parse(arguments))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected FOLDER");
    }
}
