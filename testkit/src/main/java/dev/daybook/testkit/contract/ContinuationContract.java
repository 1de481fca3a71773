package dev.daybook.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.ports.event.Metadata;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.event.Tag;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.Condition;
import dev.daybook.ports.log.Criteria;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.log.Stretch;
import dev.daybook.ports.log.StretchRefusedException;
import dev.daybook.ports.log.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The history of another log is taken just as it stands there, and nothing else is. */
abstract class ContinuationContract extends Suite {

    @Test
    void events_keep_position_sequence_time_of_recording_and_all_that_was_handed_over() {
        List<StoredEvent> history = History.of(25);
        take(history.subList(0, 10));
        take(history.subList(10, 11));
        take(history.subList(11, 25));
        assertThat(all()).isEqualTo(history);
        assertThat(log().head()).isEqualTo(25);
    }

    @Test
    void the_log_goes_on_where_the_stretch_has_ended() {
        take(History.of(4));
        StoredEvent next = append(Samples.event("order_1")).getFirst();
        assertThat(next.position()).isEqualTo(5);
        assertThat(next.sequence()).isEqualTo(3);
        assertThat(next.recordedAt()).isEqualTo(clock.instant());
    }

    @Test
    void what_is_recorded_next_is_not_recorded_before_what_was_taken() {
        Instant later = clock.instant().plus(Duration.ofDays(400));
        StoredEvent ahead = History.recorded(History.of(1).getFirst(), later);
        take(List.of(ahead));
        assertThat(append(Samples.event("order_1")).getFirst().recordedAt()).isEqualTo(later);
    }

    @Test
    void a_stretch_follows_on_what_was_appended() {
        List<StoredEvent> history = new ArrayList<>(append(Samples.event("order_1"), Samples.event("order_2")));
        history.add(new StoredEvent(3, 2, clock.instant(), Samples.event("order_2")));
        take(history.subList(2, 3));
        assertThat(all()).isEqualTo(history);
    }

    @Test
    void what_is_there_already_and_equal_is_passed_over() {
        List<StoredEvent> history = History.of(20);
        take(history.subList(0, 12));
        take(history.subList(0, 12));
        take(history.subList(3, 7));
        take(history.subList(5, 20));
        assertThat(all()).isEqualTo(history);
    }

    @Test
    void what_was_appended_is_passed_over_too() {
        List<StoredEvent> appended = append(Samples.event("order_1"), Samples.event("order_2"));
        take(appended);
        assertThat(all()).isEqualTo(appended);
    }

    @Test
    void a_stretch_behind_a_gap_is_refused() {
        List<StoredEvent> history = History.of(9);
        Refusals.stretch(storage, history.subList(1, 3), 2);
        take(history.subList(0, 3));
        Refusals.stretch(storage, history.subList(4, 9), 5);
        assertThat(all()).isEqualTo(history.subList(0, 3));
    }

    @Test
    void a_difference_in_anything_is_refused_at_its_position_and_nothing_behind_it_is_taken() {
        List<StoredEvent> history = History.of(9);
        take(history.subList(0, 5));
        StoredEvent fifth = history.get(4);
        NewEvent event = fifth.event();
        refused(history, History.recorded(fifth, fifth.recordedAt().plusNanos(1_000)));
        refused(history, History.with(fifth, event.tagged()));
        refused(history, History.with(fifth, event.with(Metadata.none())));
        refused(history, History.with(fifth, event.with(event.metadata().with("desk", "2"))));
        refused(history, History.with(fifth, Samples.event(event.aggregateId())));
        refused(history, with(fifth, Payload.of(event.payload().contentType(), new byte[] {5, 1})));
        assertThat(all()).isEqualTo(history.subList(0, 5));
    }

    @Test
    void sequences_that_do_not_follow_on_the_logs_own_are_refused() {
        append(Samples.event("order_1"));
        Instant now = clock.instant();
        Refusals.stretch(storage, List.of(new StoredEvent(2, 1, now, Samples.event("order_1"))), 2);
        Refusals.stretch(storage, List.of(new StoredEvent(2, 3, now, Samples.event("order_1"))), 2);
        Refusals.stretch(storage, List.of(new StoredEvent(2, 2, now, Samples.event("order_2"))), 2);
        List<StoredEvent> lateFault = List.of(
                new StoredEvent(2, 2, now, Samples.event("order_1")),
                new StoredEvent(3, 7, now, Samples.event("order_3")));
        Refusals.stretch(storage, lateFault, 3);
        assertThat(all()).hasSize(1);
    }

    @Test
    void a_time_of_recording_before_that_of_the_last_event_is_refused() {
        append(Samples.event("order_1"));
        Instant before = clock.instant().minusNanos(1_000);
        Refusals.stretch(storage, List.of(new StoredEvent(2, 2, before, Samples.event("order_1"))), 2);
    }

    @Test
    void an_id_that_another_event_has_is_refused() {
        StoredEvent stored = append(Samples.event("order_1")).getFirst();
        append(Samples.event("order_2"));
        Instant now = clock.instant();
        List<StoredEvent> reused = List.of(
                new StoredEvent(3, 2, now, Samples.event("order_1")), new StoredEvent(4, 3, now, stored.event()));
        Refusals.stretch(storage, reused, 4);
        assertThat(all()).hasSize(2);
    }

    @Test
    void an_event_too_large_keeps_the_whole_stretch_out() {
        List<StoredEvent> history = new ArrayList<>(History.of(3));
        int tooMany = storage.description().limits().payloadBytes() + 1;
        history.set(2, with(history.get(2), Payload.json(new byte[tooMany])));
        Refusals.tooLarge(() -> storage.continuation().take(new Stretch(history)));
        assertThat(all()).isEmpty();
    }

    @Test
    void queries_ranges_and_conditions_find_what_was_taken() {
        List<StoredEvent> history = History.of(2_600);
        take(history.subList(0, 1_500));
        take(history.subList(1_500, 2_600));
        assertThat(read(Query.of(Criteria.any().tags(Tag.of("fifth", "yes"))), Range.all()))
                .hasSize(520);
        assertThat(read(Query.aggregate("order_1"), Range.all().fromSequence(860)))
                .isEqualTo(history.stream()
                        .filter(event -> event.aggregateId().equals("order_1") && event.sequence() >= 860)
                        .toList());
        TimeSpan recorded = TimeSpan.between(History.BEGIN.plusSeconds(1_000), History.BEGIN.plusSeconds(1_099));
        assertThat(read(Query.all(), Range.all().recorded(recorded))).isEqualTo(history.subList(999, 1_099));
        TimeSpan happened = TimeSpan.between(History.BEGIN.minusSeconds(2_099), History.BEGIN.minusSeconds(2_000));
        assertThat(read(Query.all(), Range.all().happened(happened))).isEqualTo(history.subList(1_999, 2_099));
        Condition fails = Condition.noneMatchingAfter(Query.of(Criteria.any().tags(Tag.of("number", "2555"))), 0);
        Results.conflict(log().append(Append.of(Samples.event("order_1")).onlyIf(fails)), fails, 2_555);
    }

    @Test
    void an_event_that_was_taken_can_be_appended_again_and_is_there_already() {
        List<StoredEvent> history = History.of(3);
        take(history);
        assertThat(Results.alreadyStored(log().append(Append.of(Results.handedOver(history)))))
                .isEqualTo(history);
    }

    @Test
    void what_was_taken_is_there_after_reopening_where_the_log_is_persistent() {
        List<StoredEvent> history = History.of(7);
        take(history.subList(0, 4));
        if (fixture().isPersistent()) {
            reopen();
            take(history.subList(2, 7));
            reopen();
            assertThat(all()).isEqualTo(history);
        }
    }

    @Test
    void of_several_who_take_different_histories_at_once_one_alone_is_heard() {
        List<List<StoredEvent>> histories = List.of(History.of(40), History.of(40), History.of(40), History.of(40));
        AtomicInteger refusals = new AtomicInteger();
        Crew.of(Crew.PLATFORM, histories.size(), n -> {
                    List<StoredEvent> history = histories.get(n);
                    try {
                        for (int at = 0; at < history.size(); at += 4) {
                            take(history.subList(at, at + 4));
                        }
                    } catch (StretchRefusedException refusal) {
                        refusals.incrementAndGet();
                    }
                })
                .join();
        assertThat(histories).contains(all());
        assertThat(refusals).hasValue(3);
    }

    private void take(List<StoredEvent> events) {
        storage.continuation().take(new Stretch(events));
    }

    private void refused(List<StoredEvent> history, StoredEvent other) {
        List<StoredEvent> changed = new ArrayList<>(history);
        changed.set((int) other.position() - 1, other);
        Refusals.stretch(storage, changed, other.position());
    }

    private static StoredEvent with(StoredEvent stored, Payload payload) {
        NewEvent event = stored.event();
        return History.with(
                stored,
                new NewEvent(
                        event.id(),
                        event.aggregateId(),
                        event.type(),
                        payload,
                        event.timestamp(),
                        event.metadata(),
                        event.tags()));
    }
}
