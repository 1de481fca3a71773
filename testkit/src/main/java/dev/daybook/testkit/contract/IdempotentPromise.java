package dev.daybook.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.Metadata;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.event.Tag;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.AppendResult;
import dev.daybook.ports.log.Condition;
import dev.daybook.ports.log.EventIdReusedException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The same events again are answered with the first result; the same id with other content is refused. */
abstract class IdempotentPromise extends Suite {

    private static final NewEvent EVENT = new NewEvent(
            Samples.id(),
            "order_1",
            new EventType("order_placed", 2),
            Payload.json("{\"quantity\":1}"),
            Samples.event("order_1").timestamp(),
            Metadata.by("alice").withCorrelationId("w1").with("ip", "10.0.0.1"),
            Set.of(Tag.of("course", "c1"), Tag.of("student", "s1")));

    private void repeated(List<NewEvent> events, List<StoredEvent> stored) {
        long before = log().head();
        assertThat(Results.alreadyStored(log().append(Append.of(events)))).isEqualTo(stored);
        assertThat(log().head()).as("head after the repetition").isEqualTo(before);
    }

    @Test
    void the_same_append_again_answers_with_the_first_result_and_writes_nothing() {
        List<NewEvent> events = List.of(EVENT, Samples.event("order_2"));
        List<StoredEvent> stored = append(events);
        append(Samples.event("order_1"));
        clock.advance(Duration.ofHours(1));
        repeated(events, stored);
        repeated(events, stored);
        assertThat(all()).hasSize(3);
    }

    @Test
    void a_part_of_an_append_again_is_known_too() {
        List<StoredEvent> stored = append(Samples.events(4, "order_1"));
        List<StoredEvent> part = List.of(stored.get(1), stored.get(3));
        repeated(Results.handedOver(part), part);
    }

    @Test
    void events_of_several_appends_again_are_known_together_in_any_order() {
        List<StoredEvent> stored = new ArrayList<>(append(Samples.events(2, "order_1")));
        stored.addAll(append(Samples.event("order_2")));
        Collections.reverse(stored);
        repeated(Results.handedOver(stored), stored);
    }

    @Test
    void the_same_append_is_known_after_reopening_where_the_log_is_persistent() {
        List<NewEvent> events = List.of(EVENT, Samples.event("order_2"));
        List<StoredEvent> stored = append(events);
        reopen();
        if (fixture().isPersistent()) {
            repeated(events, stored);
        } else {
            assertThat(append(events)).isEqualTo(stored);
        }
    }

    @Test
    void the_same_append_is_known_before_its_conditions_are_looked_at() {
        Append append = Append.of(EVENT).onlyIf(Condition.mustNotExist("order_1"));
        List<StoredEvent> stored = Results.stored(log().append(append));
        assertThat(Results.alreadyStored(log().append(append))).isEqualTo(stored);
    }

    @Test
    void what_a_timestamp_has_beyond_microseconds_makes_no_other_event() {
        NewEvent event = Samples.event("order_1", clock.instant().plusNanos(1_000));
        List<StoredEvent> stored = append(event);
        NewEvent finer = NewEvent.of(
                event.id(),
                "order_1",
                event.type(),
                event.payload(),
                clock.instant().plusNanos(1_999));
        repeated(List.of(finer), stored);
    }

    @Test
    void the_same_id_with_other_content_is_refused() {
        append(EVENT);
        List<NewEvent> others = List.of(
                changed("order_2", EVENT.type(), EVENT.payload()),
                changed("order_1", new EventType("order_filled", 2), EVENT.payload()),
                changed("order_1", new EventType("order_placed", 1), EVENT.payload()),
                changed("order_1", EVENT.type(), Payload.json("{\"quantity\":2}")),
                changed(
                        "order_1",
                        EVENT.type(),
                        Payload.of("text/plain", EVENT.payload().bytes())),
                EVENT.with(Metadata.none()),
                EVENT.with(EVENT.metadata().withActor("bob")),
                EVENT.with(EVENT.metadata().with("ip", "10.0.0.2")),
                EVENT.with(EVENT.metadata().withCausationId("c1")),
                EVENT.tagged(),
                EVENT.tagged(Tag.of("course", "c1")),
                EVENT.tagged(Tag.of("course", "c1"), Tag.of("student", "s2")),
                at(EVENT.timestamp().plusNanos(1_000)));
        others.forEach(other -> Refusals.idReused(log(), other));
        assertThat(Results.handedOver(all())).containsExactly(EVENT);
    }

    private static NewEvent changed(String aggregateId, EventType type, Payload payload) {
        return new NewEvent(EVENT.id(), aggregateId, type, payload, EVENT.timestamp(), EVENT.metadata(), EVENT.tags());
    }

    private static NewEvent at(Instant timestamp) {
        return new NewEvent(
                EVENT.id(), "order_1", EVENT.type(), EVENT.payload(), timestamp, EVENT.metadata(), EVENT.tags());
    }

    @Test
    void the_same_id_with_other_content_is_refused_before_conditions_are_looked_at() {
        append(EVENT);
        Append other = Append.of(EVENT.with(Metadata.none())).onlyIf(Condition.mustNotExist("order_1"));
        Refusals.idReused(log(), other);
    }

    @Test
    void stored_and_new_events_in_one_append_are_refused() {
        append(EVENT);
        Refusals.idReused(log(), EVENT, Samples.event("order_1"));
        Refusals.idReused(log(), Samples.event("order_1"), EVENT);
    }

    @Test
    void one_of_many_threads_repeating_an_append_stores_it_and_the_others_learn_its_result() {
        for (int round = 0; round < 5; round++) {
            Append append = Append.of(Samples.events(3, "order_" + round));
            AtomicInteger stored = new AtomicInteger();
            Set<List<StoredEvent>> answers = Collections.synchronizedSet(new HashSet<>());
            Crew.of(round % 2 == 0 ? Crew.PLATFORM : Crew.VIRTUAL, 32, n -> {
                        switch (log().append(append)) {
                            case AppendResult.Stored(List<StoredEvent> events) -> {
                                stored.incrementAndGet();
                                answers.add(events);
                            }
                            case AppendResult.AlreadyStored(List<StoredEvent> events) -> answers.add(events);
                            case AppendResult.Conflict conflict -> throw new AssertionError(conflict.describe());
                        }
                    })
                    .join();
            assertThat(stored).as("threads that stored it").hasValue(1);
            assertThat(answers).as("different answers").hasSize(1);
            assertThat(log().head()).isEqualTo(3L * (round + 1));
        }
    }

    @Test
    void of_overlapping_appends_that_race_one_is_stored_and_the_others_are_refused() {
        NewEvent shared = Samples.event("order_1");
        AtomicInteger stored = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        Crew.of(Crew.PLATFORM, 16, n -> {
                    try {
                        append(Samples.event("order_" + n), shared);
                        stored.incrementAndGet();
                    } catch (EventIdReusedException e) {
                        refused.incrementAndGet();
                    }
                })
                .join();
        assertThat(stored).hasValue(1);
        assertThat(refused).hasValue(15);
        assertThat(log().head()).isEqualTo(2);
    }
}
