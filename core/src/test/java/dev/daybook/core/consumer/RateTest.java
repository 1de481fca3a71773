package dev.daybook.core.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RateTest {

    private static final long SECOND = 1_000_000_000;

    /** What a clock shows that will soon begin again at the lowest number. */
    private static final long START = Long.MAX_VALUE - 5 * SECOND;

    private final Rate rate = new Rate(START);

    private static long after(double seconds) {
        return START + (long) (seconds * SECOND);
    }

    @Test
    void less_than_a_second_counts_as_one() {
        assertThat(rate.perSecond(after(0))).isZero();
        rate.add(after(0.1), 30);
        assertThat(rate.perSecond(after(0.2))).isEqualTo(30);
    }

    @Test
    void it_is_an_average_over_the_time_there_was() {
        rate.add(after(0), 10);
        rate.add(after(3), 30);
        assertThat(rate.perSecond(after(4))).isEqualTo(10);
    }

    @Test
    void a_clock_that_overflows_changes_nothing() {
        rate.add(after(4), 40);
        rate.add(after(7), 40);
        assertThat(rate.perSecond(after(8))).isEqualTo(10);
    }

    @Test
    void what_is_more_than_a_minute_ago_is_forgotten() {
        rate.add(after(0), 600);
        rate.add(after(30), 59);
        assertThat(rate.perSecond(after(59))).isEqualTo(659 / 59.0);
        assertThat(rate.perSecond(after(60))).isEqualTo(1);
        assertThat(rate.perSecond(after(89))).isEqualTo(1);
        assertThat(rate.perSecond(after(90))).isZero();
        rate.add(after(1_000), 118);
        assertThat(rate.perSecond(after(1_000))).isEqualTo(2);
    }
}
