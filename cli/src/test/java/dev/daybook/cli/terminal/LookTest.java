package dev.daybook.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LookTest {

    @Test
    void a_terminal_has_colours_unless_the_user_wants_none() {
        assertThat(look(Map.of("TERM", "xterm", "COLUMNS", "132"))).isEqualTo(new Look(true, true, true, 132));
        assertThat(look(Map.of("NO_COLOR", "1"))).isEqualTo(new Look(false, true, true, 80));
        assertThat(look(Map.of("NO_COLOR", "")).colours()).isTrue();
        assertThat(look(Map.of("TERM", "dumb"))).isEqualTo(new Look(false, false, true, 80));
        assertThat(look(Map.of("COLUMNS", "3")).width()).isEqualTo(40);
    }

    @Test
    void a_pipe_is_plain_whatever_the_environment_says() {
        assertThat(Look.of(false, Map.of("TERM", "xterm", "COLUMNS", "132"), StandardCharsets.UTF_8))
                .isEqualTo(Look.plain());
    }

    @Test
    void a_terminal_of_ascii_gets_ascii() {
        assertThat(Look.of(true, Map.of(), StandardCharsets.US_ASCII).tick()).isEqualTo("ok");
    }

    private static Look look(Map<String, String> environment) {
        return Look.of(true, environment, StandardCharsets.UTF_8);
    }
}
