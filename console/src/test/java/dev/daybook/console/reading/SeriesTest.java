package dev.daybook.console.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SeriesTest {

    @Test
    void what_was_counted_falls_into_the_buckets_asked_for() {
        Series series = new Series();
        for (long second : new long[] {-1, 0, 0, 59, 60, 3_600}) {
            series.count(second);
        }

        assertThat(buckets(series, -10, 4_000, 60)).isEqualTo(Map.of(-60L, 1L, 0L, 3L, 60L, 1L, 3_600L, 1L));
        assertThat(buckets(series, 0, 59, 60)).isEqualTo(Map.of(0L, 3L));
        assertThat(series.first()).isEqualTo(-1);
        assertThat(series.last()).isEqualTo(3_600);
    }

    @Test
    void however_long_it_is_it_stays_small_and_loses_nothing() {
        Series series = new Series();
        for (long second = 0; second < 300_000; second++) {
            series.count(second);
        }

        assertThat(series.seconds()).isEqualTo(60);
        Map<Long, Long> buckets = buckets(series, 0, 300_000, 3_600);
        assertThat(buckets.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(300_000);
        assertThat(buckets.get(0L)).isEqualTo(3_600);
    }

    private static Map<Long, Long> buckets(Series series, long from, long to, long width) {
        Map<Long, Long> buckets = new TreeMap<>();
        series.addTo(buckets, from, to, width);
        return buckets;
    }
}
