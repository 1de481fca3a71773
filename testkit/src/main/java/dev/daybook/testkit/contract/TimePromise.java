package dev.daybook.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.event.Timestamps;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.log.TimeSpan;
import dev.daybook.testkit.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** recordedAt never decreases along position; timestamps are kept to the microsecond, however far away. */
abstract class TimePromise extends Suite {

    @Test
    void an_event_is_recorded_at_the_time_of_the_clock_to_the_microsecond() {
        clock.set(Instant.parse("2026-03-04T05:06:07.123456789Z"));
        StoredEvent stored = append(Samples.event("order_1")).getFirst();
        assertThat(stored.recordedAt()).isEqualTo("2026-03-04T05:06:07.123456Z");
        assertThat(all()).containsExactly(stored);
    }

    @Test
    void a_clock_that_steps_back_is_not_followed_until_it_has_caught_up() {
        Instant noon = Instant.parse("2026-03-04T12:00:00Z");
        clock.set(noon);
        append(Samples.event("order_1"));
        clock.stepBack(Duration.ofHours(1));
        append(Samples.event("order_1"));
        clock.set(noon.plusSeconds(1));
        append(Samples.event("order_1"));
        assertThat(all()).extracting(StoredEvent::recordedAt).containsExactly(noon, noon, noon.plusSeconds(1));
    }

    @Test
    void a_clock_that_stepped_back_while_the_log_was_closed_is_not_followed_where_the_log_is_persistent() {
        Instant before = append(Samples.event("order_1")).getFirst().recordedAt();
        Instant earlier = clock.stepBack(Duration.ofDays(400));
        reopen();
        StoredEvent after = append(Samples.event("order_1")).getFirst();
        assertThat(after.recordedAt()).isEqualTo(fixture().isPersistent() ? before : earlier);
    }

    @Test
    void record_times_never_decrease_while_the_clock_jumps_under_sixteen_writers() {
        Crew.of(Crew.PLATFORM, 16, writer -> {
                    for (int n = 0; n < 10; n++) {
                        clock.set(SettableClock.START.plusMillis((writer * 37L + n * 101L) % 997 - 500));
                        append(Samples.event("order_" + writer));
                    }
                })
                .join();
        assertThat(all()).extracting(StoredEvent::recordedAt).isSortedAccordingTo(Comparator.naturalOrder());
    }

    @Test
    void timestamps_come_back_to_the_microsecond_however_far_away() {
        List<Instant> times = List.of(
                Timestamps.EARLIEST,
                Instant.parse("0001-01-01T00:00:00.000001Z"),
                Instant.parse("1582-10-04T23:59:59.999999Z"),
                Instant.parse("1899-12-31T23:59:59.000001Z"),
                Instant.parse("1969-12-31T23:59:59.999999Z"),
                Instant.EPOCH,
                Instant.parse("1970-01-01T00:00:00.000001Z"),
                Instant.parse("2026-02-28T23:59:59.999999Z"),
                Instant.parse("2038-01-19T03:14:08.000001Z"),
                Instant.parse("9999-12-31T00:00:00.123456Z"),
                Timestamps.LATEST);
        append(times.stream().map(time -> Samples.event("order_1", time)).toList());
        assertThat(all()).extracting(StoredEvent::timestamp).containsExactlyElementsOf(times);
    }

    @Test
    void what_is_finer_than_a_microsecond_is_cut_towards_the_past() {
        NewEvent after = Samples.event("order_1", Instant.parse("2026-01-01T00:00:00.123456999Z"));
        NewEvent before = Samples.event("order_1", Instant.parse("1960-01-01T00:00:00.123456999Z"));
        append(after, before);
        assertThat(all())
                .extracting(StoredEvent::timestamp)
                .containsExactly(
                        Instant.parse("2026-01-01T00:00:00.123456Z"), Instant.parse("1960-01-01T00:00:00.123456Z"));
    }

    @Test
    void one_microsecond_makes_the_difference_in_a_span_of_timestamps() {
        Instant time = Instant.parse("1969-12-31T23:59:59.999999Z");
        Duration micro = Duration.ofNanos(1_000);
        append(
                Samples.event("order_1", time.minus(micro)),
                Samples.event("order_1", time),
                Samples.event("order_1", time.plus(micro)));
        assertThat(found(TimeSpan.between(time, time))).containsExactly(2L);
        assertThat(found(TimeSpan.since(time))).containsExactly(2L, 3L);
        assertThat(found(TimeSpan.until(time))).containsExactly(1L, 2L);
    }

    private List<Long> found(TimeSpan span) {
        return Results.positions(read(Query.all(), Range.all().happened(span)));
    }

    @Test
    void timestamps_need_not_follow_the_order_of_the_log() {
        append(Samples.event("order_1", Instant.parse("2026-01-02T00:00:00Z")));
        append(Samples.event("order_1", Instant.parse("2020-01-02T00:00:00Z")));
        assertThat(Results.sequences(all())).containsExactly(1L, 2L);
    }
}
