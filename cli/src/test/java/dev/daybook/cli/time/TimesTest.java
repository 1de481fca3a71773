package dev.daybook.cli.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {

    private final Times times = new Times(() -> Instant.parse("2026-03-01T12:00:00Z"));

    @ParameterizedTest
    @CsvSource({
        "now, 2026-03-01T12:00:00Z",
        "-2h, 2026-03-01T10:00:00Z",
        "-90m, 2026-03-01T10:30:00Z",
        "-1d12h, 2026-02-28T00:00:00Z",
        "-1w, 2026-02-22T12:00:00Z",
        "-1w2d3h4m5s, 2026-02-20T08:55:55Z",
        "2026-02-03, 2026-02-03T00:00:00Z",
        "2026-02-03T04:05, 2026-02-03T04:05:00Z",
        "2026-02-03 04:05:06.5, 2026-02-03T04:05:06.5Z",
        "2026-02-03T04:05:06+01:00, 2026-02-03T03:05:06Z",
        "2026-02-03T04:05:06.1234567Z, 2026-02-03T04:05:06.123456Z"
    })
    void a_time_can_be_said_in_many_ways(String text, Instant time) {
        assertThat(times.parse(text).time()).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "2h", "-2", "-2h1d", "yesterday", "2026-02-30", "2026-02-03T25:00"})
    void what_is_no_time_is_said_with_what_would_be_one(String text) {
        assertThatThrownBy(() -> times.parse(text)).hasMessageContaining("expected a time such as");
    }

    @Test
    void what_no_event_can_bear_is_refused() {
        assertThatThrownBy(() -> times.parse("-300000w")).hasMessageContaining("outside of 0000-01-01");
    }
}
