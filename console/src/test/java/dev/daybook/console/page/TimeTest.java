package dev.daybook.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T12:00:00.9Z, just now",
        "2026-03-02T11:59:59.1Z, just now",
        "2026-03-02T11:59:59Z, 1 second ago",
        "2026-03-02T12:00:05Z, in 5 seconds",
        "2026-03-02T09:30:00Z, 2 hours ago",
        "2025-03-02T12:00:00Z, 12 months ago",
    })
    void how_long_ago_is_told_roughly(Instant time, String expected) {
        assertThat(Time.of(time, NOON).ago()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T00:00:00Z, false, 2 Mar 2026",
        "2026-03-02T00:00:00Z, true, 2 Mar 2026 00:00:00",
        "2026-03-02T23:59:59.999999Z, true, 2 Mar 2026",
        "2026-03-02T23:59:59.999999Z, false, 2 Mar 2026 23:59:59.999999",
        "2026-03-02T09:31:00Z, false, 2 Mar 2026 09:31",
        "2026-03-02T09:31:59.999999Z, true, 2 Mar 2026 09:31",
        "2026-03-02T09:31:05.5Z, true, 2 Mar 2026 09:31:05.500",
    })
    void the_end_of_a_range_is_the_day_or_minute_that_it_ends_with(Instant time, boolean isEnd, String expected) {
        assertThat(Time.bound(time, isEnd)).isEqualTo(expected);
    }

    @Test
    void a_label_has_no_more_digits_than_it_needs() {
        assertThat(Time.brief(Instant.parse("2026-03-02T00:00:00Z"))).isEqualTo("2 Mar 2026");
        assertThat(Time.brief(NOON)).isEqualTo("2 Mar 2026 12:00");
        assertThat(Time.brief(NOON.plusSeconds(5))).isEqualTo("2 Mar 2026 12:00:05");
    }
}
