package dev.daybook.ports.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimestampsTest {

    @Test
    void a_time_becomes_microseconds_and_comes_back() {
        assertThat(Timestamps.toMicros(Instant.EPOCH)).isZero();
        assertThat(Timestamps.toMicros(Instant.parse("1969-12-31T23:59:59.999999Z")))
                .isEqualTo(-1);
        for (Instant time : List.of(Timestamps.EARLIEST, Timestamps.LATEST, Instant.EPOCH)) {
            assertThat(Timestamps.ofMicros(Timestamps.toMicros(time))).isEqualTo(time);
        }
    }

    @Test
    void any_microsecond_comes_back_and_keeps_the_order() {
        Random random = new Random(1);
        long before = Timestamps.toMicros(Timestamps.EARLIEST);
        long most = Timestamps.toMicros(Timestamps.LATEST);
        for (int n = 0; n < 10_000; n++) {
            long one = random.nextLong(before, most);
            assertThat(Timestamps.toMicros(Timestamps.ofMicros(one))).isEqualTo(one);
            assertThat(Timestamps.ofMicros(one)).isBefore(Timestamps.ofMicros(one + 1));
        }
    }

    @Test
    void what_is_finer_is_cut_towards_the_past_on_both_sides_of_the_epoch() {
        assertThat(Timestamps.normal(Instant.ofEpochSecond(0, 1_999))).isEqualTo(Instant.ofEpochSecond(0, 1_000));
        assertThat(Timestamps.normal(Instant.ofEpochSecond(-1, 1_999))).isEqualTo(Instant.ofEpochSecond(-1, 1_000));
    }

    @Test
    void times_that_rfc_3339_cannot_write_are_refused() {
        assertThat(Timestamps.normal(Timestamps.LATEST.plusNanos(999))).isEqualTo(Timestamps.LATEST);
        for (Instant time : List.of(Timestamps.EARLIEST.minusNanos(1), Timestamps.LATEST.plusNanos(1_000))) {
            assertThatThrownBy(() -> Timestamps.normal(time))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("RFC 3339");
        }
    }
}
