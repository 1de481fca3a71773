package dev.daybook.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.ports.event.Metadata;
import dev.daybook.ports.event.Tag;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.AppendResult;
import dev.daybook.ports.log.Condition;
import dev.daybook.ports.log.Criteria;
import dev.daybook.ports.log.Query;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Conditions are checked exactly; a conflict says what was expected and what was found. */
abstract class ConditionPromise extends Suite {

    private static final Tag COURSE = Tag.of("course", "c1");
    private static final Tag STUDENT = Tag.of("student", "s1");

    private AppendResult onlyIf(Condition... conditions) {
        Append append = Append.of(Samples.event("order_9"));
        for (Condition condition : conditions) {
            append = append.onlyIf(condition);
        }
        return log().append(append);
    }

    private void holds(Condition condition) {
        Results.stored(onlyIf(condition));
    }

    private void fails(Condition condition, long found) {
        long before = log().head();
        Results.conflict(onlyIf(condition), condition, found);
        assertThat(log().head()).as("head after the conflict").isEqualTo(before);
    }

    @Test
    void the_expected_sequence_must_be_the_one_found() {
        append(Samples.events(2, "order_1"));
        fails(Condition.expectedSequence("order_1", 1), 2);
        fails(Condition.expectedSequence("order_1", 3), 2);
        fails(Condition.expectedSequence("order_2", 1), 0);
        holds(Condition.expectedSequence("order_1", 2));
    }

    @Test
    void an_aggregate_that_must_not_exist_has_no_event() {
        append(Samples.events(3, "order_1"));
        fails(Condition.mustNotExist("order_1"), 3);
        holds(Condition.mustNotExist("order_2"));
        holds(Condition.mustNotExist("ORDER_1"));
    }

    @Test
    void the_first_condition_that_does_not_hold_is_the_one_answered() {
        append(Samples.event("order_1"), Samples.event("order_2"));
        Condition holds = Condition.expectedSequence("order_1", 1);
        Condition second = Condition.mustNotExist("order_2");
        Condition third = Condition.noneMatchingAfter(Query.all(), 0);
        Results.conflict(onlyIf(holds, second, third), second, 1);
        Results.conflict(onlyIf(holds, third, second), third, 1);
    }

    @Test
    void a_conflict_describes_what_was_expected_and_what_was_found() {
        append(Samples.events(2, "order_1"));
        AppendResult result = onlyIf(Condition.expectedSequence("order_1", 1));
        assertThat(((AppendResult.Conflict) result).describe())
                .isEqualTo("expected order_1 at sequence 1, found it at 2");
    }

    @Test
    void nothing_matching_is_counted_behind_the_position_only() {
        append(Samples.event("order_1").tagged(COURSE), Samples.event("order_2"));
        fails(Condition.noneMatchingAfter(Query.tags(COURSE), 0), 1);
        holds(Condition.noneMatchingAfter(Query.tags(COURSE), 1));
        holds(Condition.noneMatchingAfter(Query.tags(COURSE), 1_000_000));
    }

    @Test
    void the_first_match_behind_the_position_is_what_was_found() {
        for (int n = 0; n < 4; n++) {
            append(Samples.event("order_1").tagged(COURSE));
        }
        fails(Condition.noneMatchingAfter(Query.tags(COURSE), 2), 3);
    }

    @Test
    void nothing_on_an_empty_log_matches() {
        holds(Condition.noneMatchingAfter(Query.all(), 0));
        fails(Condition.noneMatchingAfter(Query.all(), 0), 1);
    }

    @Test
    void all_tags_of_one_alternative_must_be_there() {
        append(Samples.event("order_1").tagged(COURSE), Samples.event("order_2").tagged(STUDENT));
        holds(Condition.noneMatchingAfter(Query.tags(COURSE, STUDENT), 0));
        append(Samples.event("order_3").tagged(STUDENT, COURSE));
        fails(Condition.noneMatchingAfter(Query.tags(COURSE, STUDENT), 0), 4);
    }

    @Test
    void one_alternative_is_enough() {
        append(Samples.event("order_1", "course_opened").tagged(COURSE));
        Query first =
                Query.of(Criteria.any().types("course_closed"), Criteria.any().tags(COURSE));
        Query second = Query.of(Criteria.any().tags(STUDENT), Criteria.any().types("course_opened"));
        Query neither = Query.of(Criteria.any().tags(STUDENT), Criteria.any().types("course_closed"));
        fails(Condition.noneMatchingAfter(first, 0), 1);
        fails(Condition.noneMatchingAfter(second, 0), 1);
        holds(Condition.noneMatchingAfter(neither, 0));
    }

    @Test
    void of_many_alternatives_the_last_counts_as_the_first_does() {
        append(Samples.event("order_1").tagged(Tag.of("course", "c0")));
        Query query = new Query(IntStream.rangeClosed(1, 150)
                .mapToObj(n -> Criteria.any().tags(Tag.of("course", "c" + n)))
                .toList());
        holds(Condition.noneMatchingAfter(query, 0));
        append(Samples.event("order_1").tagged(Tag.of("course", "c150")));
        fails(Condition.noneMatchingAfter(query, 0), 3);
        holds(Condition.noneMatchingAfter(query, 3));
    }

    @Test
    void each_condition_looks_behind_a_position_of_its_own() {
        append(Samples.event("order_1").tagged(COURSE), Samples.event("order_1").tagged(STUDENT));
        Condition course = Condition.noneMatchingAfter(Query.tags(COURSE), 1);
        Condition student = Condition.noneMatchingAfter(Query.tags(STUDENT), 1);
        Results.conflict(onlyIf(course, student), student, 2);
        Condition earlier = Condition.noneMatchingAfter(Query.tags(COURSE), 0);
        Results.conflict(onlyIf(course, earlier), earlier, 1);
    }

    @Test
    void type_tag_aggregate_and_metadata_of_one_alternative_count_together() {
        append(Samples.event("order_1", "course_opened").tagged(COURSE).with(Metadata.by("alice")));
        Criteria same =
                Criteria.any().aggregates("order_1").types("course_opened").tags(COURSE);
        fails(Condition.noneMatchingAfter(Query.of(same.metadata(Metadata.by("alice"))), 0), 1);
        holds(Condition.noneMatchingAfter(Query.of(same.metadata(Metadata.by("bob"))), 0));
        holds(Condition.noneMatchingAfter(Query.of(same.types("course_closed")), 0));
        holds(Condition.noneMatchingAfter(Query.of(same.aggregates("order_2")), 0));
        holds(Condition.noneMatchingAfter(Query.of(same.tags(STUDENT)), 0));
    }

    @Test
    void a_condition_sees_the_log_before_its_own_events() {
        Append append = Append.of(Samples.event("order_1").tagged(COURSE), Samples.event("order_1"))
                .onlyIf(Condition.mustNotExist("order_1"))
                .onlyIf(Condition.noneMatchingAfter(Query.tags(COURSE), 0));
        assertThat(Results.stored(log().append(append))).hasSize(2);
    }

    @Test
    void what_nobody_has_written_yet_can_be_named_in_a_condition() {
        holds(Condition.noneMatchingAfter(Query.types("never_seen"), 0));
        holds(Condition.noneMatchingAfter(Query.tags(Tag.of("never", "seen")), 0));
        holds(Condition.noneMatchingAfter(Query.aggregate("never_seen"), 0));
        holds(Condition.noneMatchingAfter(Query.metadata(Metadata.by("nobody")), 0));
    }
}
