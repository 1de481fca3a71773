package dev.daybook.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

final class ForesightTest {

    private static final Instant WHEN = Instant.parse("2026-01-01T00:00:00Z");

    private final Foresight foresight = new Foresight();

    @Test
    void a_log_that_was_never_left_is_asked() {
        assertThat(foresight.isTrusted(WHEN)).isFalse();
    }

    @Test
    void a_log_is_trusted_for_a_moment_after_it_was_left() {
        foresight.leave(WHEN);

        assertThat(foresight.isTrusted(WHEN)).isTrue();
        assertThat(foresight.isTrusted(WHEN.plusMillis(99))).isTrue();
        assertThat(foresight.isTrusted(WHEN.plusMillis(100))).isFalse();
    }

    @Test
    void a_clock_that_goes_backwards_is_not_trusted() {
        foresight.leave(WHEN);

        assertThat(foresight.isTrusted(WHEN.minusNanos(1))).isFalse();
    }

    @Test
    void a_log_that_has_gone_on_is_trusted_again_after_it_was_found_where_it_was_left_often_enough() {
        foresight.leave(WHEN);
        foresight.learn(false);
        int asked = 0;
        while (!foresight.isTrusted(WHEN)) {
            foresight.learn(true);
            asked++;
        }

        assertThat(asked).isEqualTo(32);
    }
}
