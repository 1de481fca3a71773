package dev.daybook.testkit.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.AppendResult;
import dev.daybook.ports.log.Condition;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.testkit.time.SettableClock;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Right histories pass; every planted anomaly is found, and the message names who is in it. */
class HistoryCheckerTest {

    private static final Condition NEW = Condition.mustNotExist(Past.ID);

    private final Past past = new Past();

    private void isFound(String... parts) {
        assertThat(past.anomalies()).hasSize(1).first().asString().contains(parts);
    }

    @Test
    void what_overlaps_may_have_happened_in_either_order() {
        past.log(3)
                .appended("a", 0, 100, 1, 2, NEW)
                .appended("b", 0, 100, 3, 3, Condition.expectedSequence(Past.ID, 2))
                .read("r", 0, 100, Range.all(), List.of())
                .read("s", 10, 20, Range.all(), Past.stored(1, 3))
                .read(
                        "t",
                        30,
                        40,
                        Range.newestFirst().limit(2),
                        Past.stored(2, 3).reversed())
                .conflicted("c", 50, 60, NEW, 3)
                .conflicted("d", 0, 100, Condition.noneMatchingAfter(Query.all(), 1), 2)
                .head("h", 90, 95, 3);
        assertThat(past.anomalies()).isEmpty();
    }

    @Test
    void an_append_without_an_answer_is_in_the_log_or_not() {
        past.log(1)
                .unanswered("a", 10, 1)
                .unanswered("b", 10, 7, 8)
                .head("h", 20, 30, 0)
                .head("i", 40, 50, 1);
        assertThat(past.anomalies()).isEmpty();
    }

    @Test
    void a_lost_update_is_found() {
        past.log(2).appended("a", 0, 10, 1, 1, NEW).appended("b", 0, 10, 2, 2, NEW);
        isFound("b (append, stored at [2]", "although a condition of it did not hold", Past.ID);
    }

    @Test
    void an_append_that_was_answered_and_is_not_in_the_log_is_found() {
        past.log(1).appended("a", 0, 10, 1, 1).appended("b", 0, 10, 2, 2);
        isFound("b (append", "has lost its event", "position 2");
    }

    @Test
    void two_appends_told_of_one_place_are_found() {
        past.log(1).appended("a", 0, 10, 1, 1).appended("b", 0, 10, 1, 1);
        isFound("b (append", "has stored what a (append");
    }

    @Test
    void a_stale_read_is_found() {
        past.log(2).appended("a", 0, 10, 1, 2).read("r", 11, 20, Range.all(), List.of());
        isFound("r (read of any event, found []", "comes before a (append, stored at [1, 2]", "began after");
    }

    @Test
    void a_stale_head_is_found() {
        past.log(2).appended("a", 0, 10, 1, 1).appended("b", 0, 10, 2, 2).head("h", 11, 12, 1);
        isFound("h (head 1", "comes before b (append");
    }

    @Test
    void what_an_earlier_read_has_seen_and_a_later_has_not_is_found() {
        past.log(1)
                .appended("a", 0, 100, 1, 1)
                .read("r", 10, 20, Range.all(), Past.stored(1, 1))
                .read("s", 30, 40, Range.newestFirst(), List.of());
        isFound("s (read", "comes before r (read");
    }

    @Test
    void a_read_of_what_was_not_yet_begun_is_found() {
        past.log(1).read("r", 0, 10, Range.all(), Past.stored(1, 1)).appended("a", 20, 30, 1, 1);
        isFound("a (append", "comes before r (read");
    }

    @Test
    void appends_in_another_order_than_that_of_time_are_found() {
        past.log(2).appended("a", 0, 10, 2, 2).appended("b", 20, 30, 1, 1);
        isFound("b (append, stored at [1]", "comes before a (append, stored at [2]");
    }

    @Test
    void a_gap_in_a_read_is_found() {
        past.log(3).appended("a", 0, 10, 1, 3).read("r", 0, 10, Range.all(), List.of(Past.stored(1), Past.stored(3)));
        isFound("r (read", "what the log never was: found [1, 3], where the order has [1, 2]");
    }

    @Test
    void a_double_in_a_read_is_found() {
        past.log(2)
                .appended("a", 0, 10, 1, 2)
                .read("r", 0, 10, Range.newestFirst(), List.of(Past.stored(2), Past.stored(2), Past.stored(1)));
        isFound("r (read", "found [2, 2, 1], where the order has [2, 1]");
    }

    @Test
    void a_read_that_ends_before_its_limit_is_found() {
        past.log(2).appended("a", 0, 10, 1, 2).read("r", 20, 30, Range.all().limit(2), Past.stored(1, 1));
        isFound("r (read", "comes before a (append");
    }

    @Test
    void a_part_of_an_append_is_found() {
        past.log(2).appended("a", 0, 100, 1, 2).read("r", 10, 20, Range.all(), Past.stored(1, 1));
        isFound("r (read", "has seen a part of an append");
    }

    @Test
    void an_append_without_an_answer_that_is_there_in_part_is_found() {
        past.log(1).unanswered("a", 0, 1, 2);
        assertThat(past.anomalies()).first().asString().contains("a (append of 2", "in the log in part, at [1]");
    }

    @Test
    void a_conflict_that_was_never_true_is_found() {
        past.log(2).appended("a", 0, 10, 1, 2).conflicted("c", 0, 100, NEW, 3);
        isFound("c (append, conflict", "never true");
    }

    @Test
    void a_conflict_where_the_condition_held_is_found() {
        past.log(2).appended("a", 0, 10, 1, 2).conflicted("c", 0, 100, Condition.noneMatchingAfter(Query.all(), 2), 2);
        isFound("c (append, conflict", "never true");
    }

    @Test
    void a_conflict_that_was_true_no_longer_is_found() {
        past.log(2).appended("a", 0, 10, 1, 1).appended("b", 20, 30, 2, 2).conflicted("c", 40, 50, NEW, 1);
        isFound("c (append, conflict", "comes before b (append");
    }

    @Test
    void a_conflict_that_was_not_true_yet_is_found() {
        past.log(1).conflicted("c", 0, 10, NEW, 1).appended("a", 20, 30, 1, 1);
        isFound("a (append", "comes before c (append, conflict");
    }

    @Test
    void a_conflict_with_the_second_condition_while_the_first_failed_is_found() {
        past.log(2).appended("a", 0, 10, 1, 2);
        Condition second = Condition.noneMatchingAfter(Query.all(), 0);
        Append both = Append.of(Past.event(1_000)).onlyIf(NEW).onlyIf(second);
        past.answered("c", 0, 100, both, new AppendResult.Conflict(second, 1));
        isFound("c (append, conflict", "never true");
    }

    @Test
    void a_repetition_told_before_anything_was_stored_is_found() {
        Append append = Append.of(Past.event(1));
        past.log(1)
                .answered("b", 0, 10, append, new AppendResult.AlreadyStored(Past.stored(1, 1)))
                .answered("a", 20, 30, append, new AppendResult.Stored(Past.stored(1, 1)));
        isFound("a (append", "comes before b (append, stored already at [1]");
    }

    @Test
    void a_head_beyond_the_log_is_found() {
        past.log(1).appended("a", 0, 10, 1, 1).head("h", 0, 100, 2);
        isFound("h (head 2", "beyond the log");
    }

    @Test
    void an_event_that_nobody_has_appended_is_found() {
        past.log(2).appended("a", 0, 10, 1, 1);
        isFound("position 2", "appended by nobody");
    }

    @Test
    void a_gap_or_a_wrong_sequence_in_the_log_is_found() {
        past.log(1).inTheLog(Past.stored(3));
        assertThat(past.anomalies()).anySatisfy(told -> assertThat(told).contains("3 comes where 2 should"));
        assertThat(past.anomalies()).anySatisfy(told -> assertThat(told).contains("has sequence 3 where"));
    }

    @Test
    void an_event_that_is_in_the_log_twice_is_found() {
        past.log(1).inTheLog(new StoredEvent(2, 2, SettableClock.START, Past.event(1)));
        isFound("position 2 is there twice");
    }

    @Test
    void a_time_of_recording_that_steps_back_is_found() {
        past.log(1).inTheLog(new StoredEvent(2, 2, SettableClock.START.minusSeconds(1), Past.event(2)));
        isFound("position 2 was recorded before");
    }
}
