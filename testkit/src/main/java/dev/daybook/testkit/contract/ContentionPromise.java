package dev.daybook.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.event.Tag;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.AppendResult;
import dev.daybook.ports.log.Condition;
import dev.daybook.ports.log.Criteria;
import dev.daybook.ports.log.EventLog;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.storage.Storage;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Conditions stay exact when many threads race: checking and appending are one step. */
abstract class ContentionPromise extends Suite {

    private static final Tag COURSE = Tag.of("course", "c1");
    private static final Query SUBSCRIBED =
            Query.of(Criteria.any().types("student_subscribed").tags(COURSE));
    private static final int CAPACITY = 15;

    @Test
    void one_of_sixty_four_racing_to_create_an_aggregate_wins() {
        for (int round = 0; round < 5; round++) {
            String id = "order_" + round;
            AtomicInteger won = new AtomicInteger();
            Crew.of(round % 2 == 0 ? Crew.PLATFORM : Crew.VIRTUAL, 64, n -> {
                        Condition condition = Condition.mustNotExist(id);
                        AppendResult result =
                                log().append(Append.of(Samples.event(id)).onlyIf(condition));
                        if (result instanceof AppendResult.Stored) {
                            won.incrementAndGet();
                        } else {
                            Results.conflict(result, condition, 1);
                        }
                    })
                    .join();
            assertThat(won).as("winners of round %s", round).hasValue(1);
            assertThat(read(Query.aggregate(id), Range.all())).hasSize(1);
        }
    }

    @Test
    void no_update_is_lost_when_platform_threads_expect_a_sequence() {
        noUpdateIsLost(Crew.PLATFORM);
    }

    @Test
    void no_update_is_lost_when_virtual_threads_expect_a_sequence() {
        noUpdateIsLost(Crew.VIRTUAL);
    }

    private void noUpdateIsLost(ThreadFactory threads) {
        Crew.of(threads, 8, n -> {
                    for (int done = 0; done < 12; done++) {
                        Counter.countOn(log());
                    }
                })
                .join();
        List<StoredEvent> counted = read(Query.aggregate(Counter.ID), Range.all());
        assertThat(counted)
                .extracting(Counter::value)
                .isEqualTo(LongStream.rangeClosed(1, 8 * 12).boxed().toList());
    }

    @Test
    void a_course_is_never_overbooked_by_students_racing_for_its_places() {
        AtomicInteger taken = new AtomicInteger();
        Crew.of(Crew.PLATFORM, 24, student -> {
                    if (subscribe(log(), "student_" + student)) {
                        taken.incrementAndGet();
                    }
                })
                .join();
        everyDecisionSawThePlacesTaken(read(SUBSCRIBED, Range.all()));
        assertThat(taken).as("students told that they have a place").hasValue(CAPACITY);
        assertThat(read(SUBSCRIBED, Range.all())).hasSize(CAPACITY);
    }

    @Test
    void a_course_is_never_overbooked_through_two_storages_on_one_place_where_they_share_it() {
        try (Storage second = fixture().open(folder, clock)) {
            AtomicInteger taken = new AtomicInteger();
            Crew.of(Crew.VIRTUAL, 40, student -> {
                        EventLog log = student % 2 == 0 ? log() : second.log();
                        if (subscribe(log, "student_" + student)) {
                            taken.incrementAndGet();
                        }
                    })
                    .join();
            assertThat(taken).hasValue(fixture().isPersistent() ? CAPACITY : 2 * CAPACITY);
            everyDecisionSawThePlacesTaken(read(SUBSCRIBED, Range.all()));
            assertThat(read(SUBSCRIBED, Range.all())).hasSize(CAPACITY);
        }
    }

    /** The payload says up to where the decision had seen the log. */
    private static NewEvent subscribed(String student, long seen) {
        NewEvent event = Samples.event(student, "student_subscribed");
        Payload payload = Payload.json(String.valueOf(seen));
        return NewEvent.of(event.id(), student, event.type(), payload, event.timestamp())
                .tagged(COURSE, Tag.of("student", student));
    }

    /** Every decision must have seen all places taken before it, also while there were still enough of them. */
    private static void everyDecisionSawThePlacesTaken(List<StoredEvent> places) {
        long taken = 0;
        for (StoredEvent place : places) {
            assertThat(Long.parseLong(place.payload().text()))
                    .as("seen by the decision at position %s", place.position())
                    .isEqualTo(taken);
            taken = place.position();
        }
    }

    /** Takes a place if there is one; tries again if somebody took one in between. */
    private static boolean subscribe(EventLog log, String student) {
        while (true) {
            List<StoredEvent> places;
            try (var cursor = log.read(SUBSCRIBED, Range.all())) {
                places = cursor.stream().toList();
            }
            if (places.size() >= CAPACITY) {
                return false;
            }
            long seen = places.isEmpty() ? 0 : places.getLast().position();
            Append append = Append.of(subscribed(student, seen)).onlyIf(Condition.noneMatchingAfter(SUBSCRIBED, seen));
            if (log.append(append) instanceof AppendResult.Stored) {
                return true;
            }
        }
    }

    @Test
    void a_conflict_of_one_never_fails_its_neighbours() {
        append(Samples.event("taken"));
        Condition fails = Condition.mustNotExist("taken");
        Crew.of(Crew.PLATFORM, 32, n -> {
                    for (int round = 0; round < 5; round++) {
                        Append append = Append.of(Samples.event("order_" + n));
                        if (n % 2 == 0) {
                            Results.conflict(log().append(append.onlyIf(fails)), fails, 1);
                        } else {
                            Results.stored(log().append(append));
                        }
                    }
                })
                .join();
        assertThat(log().head()).isEqualTo(1 + 16 * 5);
    }
}
