package dev.daybook.ports.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.event.Timestamps;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RangeTest {

    private static final Instant HAPPENED = Instant.parse("2026-01-01T00:00:00.000005Z");
    private static final Instant RECORDED = Instant.parse("2026-01-02T00:00:00Z");

    /** Position 5, sequence 2. */
    private static final StoredEvent EVENT = new StoredEvent(
            5,
            2,
            RECORDED,
            NewEvent.of(new UUID(1, 1), "order_1", EventType.of("placed"), Payload.json("{}"), HAPPENED));

    private static boolean contains(Range range) {
        return range.contains(EVENT);
    }

    @Test
    void a_position_bound_leaves_out_its_lower_end_and_takes_in_its_upper() {
        assertThat(contains(Range.all().after(4))).isTrue();
        assertThat(contains(Range.all().after(5))).isFalse();
        assertThat(contains(Range.all().upTo(5))).isTrue();
        assertThat(contains(Range.all().upTo(4))).isFalse();
    }

    @Test
    void a_sequence_bound_takes_in_both_ends() {
        assertThat(contains(Range.all().fromSequence(2).upToSequence(2))).isTrue();
        assertThat(contains(Range.all().fromSequence(3))).isFalse();
        assertThat(contains(Range.all().upToSequence(1))).isFalse();
    }

    @Test
    void a_span_takes_in_both_ends_to_the_microsecond() {
        assertThat(contains(Range.all().happened(TimeSpan.between(HAPPENED, HAPPENED))))
                .isTrue();
        assertThat(contains(Range.all().happened(TimeSpan.since(HAPPENED.plusNanos(1)))))
                .isFalse();
        assertThat(contains(Range.all().happened(TimeSpan.until(HAPPENED.minusNanos(1)))))
                .isFalse();
        assertThat(contains(Range.all().happened(TimeSpan.until(HAPPENED.plusNanos(1)))))
                .isTrue();
        assertThat(contains(Range.all().recorded(TimeSpan.since(HAPPENED)))).isTrue();
        assertThat(contains(Range.all().recorded(TimeSpan.until(HAPPENED)))).isFalse();
    }

    @Test
    void a_span_beyond_all_times_leaves_nothing_out() {
        assertThat(TimeSpan.between(Instant.MIN, Instant.MAX)).isEqualTo(TimeSpan.always());
        assertThat(TimeSpan.since(Instant.MIN).isAlways()).isTrue();
        assertThat(TimeSpan.until(Instant.MIN).contains(Timestamps.EARLIEST)).isFalse();
        assertThat(TimeSpan.since(Instant.MAX).contains(Timestamps.LATEST)).isFalse();
        assertThat(TimeSpan.since(Timestamps.LATEST).contains(Timestamps.LATEST))
                .isTrue();
        assertThat(TimeSpan.until(Timestamps.EARLIEST).contains(Timestamps.EARLIEST))
                .isTrue();
    }

    @Test
    void a_limit_and_a_direction_leave_nothing_out_by_themselves() {
        assertThat(contains(Range.newestFirst().limit(0))).isTrue();
        assertThat(Range.all().isForwards()).isTrue();
        assertThat(Range.newestFirst().isForwards()).isFalse();
    }

    @Test
    void each_change_keeps_the_others() {
        Range range =
                Range.all().after(1).upTo(9).fromSequence(1).upToSequence(3).limit(4);
        assertThat(range.backwards().happened(TimeSpan.since(HAPPENED)).recorded(TimeSpan.until(RECORDED)))
                .isEqualTo(new Range(
                        1, 9, 1, 3, TimeSpan.since(HAPPENED), TimeSpan.until(RECORDED), Range.Direction.BACKWARDS, 4));
    }

    @Test
    void negative_numbers_are_refused() {
        assertThatThrownBy(() -> Range.all().after(-1)).hasMessageContaining("position -1 is negative");
        assertThatThrownBy(() -> Range.all().upTo(-1)).hasMessageContaining("position");
        assertThatThrownBy(() -> Range.all().fromSequence(-1)).hasMessageContaining("sequence");
        assertThatThrownBy(() -> Range.all().upToSequence(-1)).hasMessageContaining("sequence");
        assertThatThrownBy(() -> Range.all().limit(-1)).hasMessageContaining("limit");
    }
}
