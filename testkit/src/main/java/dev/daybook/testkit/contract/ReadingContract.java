package dev.daybook.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.Metadata;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Tag;
import dev.daybook.ports.log.Criteria;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.log.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A read answers with the events that match its query and lie in its range, each once, in order, the limit applied last. */
abstract class ReadingContract extends Suite {

    private static final Tag C1 = Tag.of("course", "c1");
    private static final Tag C2 = Tag.of("course", "c2");
    private static final Tag S1 = Tag.of("student", "s1");
    private static final Instant TEN = Instant.parse("2026-05-01T10:00:00Z");
    private static final Instant RECORDED = Instant.parse("2026-06-01T00:00:00Z");

    /** Position p happened p seconds after ten, but the fifth an hour before; it was recorded p minutes after midnight. */
    @BeforeEach
    void eight_events() {
        stored(1, "order_1", "placed", Metadata.by("alice").withCorrelationId("w1"), C1);
        stored(2, "order_2", "placed", Metadata.by("bob").withCorrelationId("w1"), C1, S1);
        stored(3, "order_1", "filled", Metadata.by("alice").withCausationId("e1"), S1);
        stored(4, "wallet_1", "connected", Metadata.by("alice").with("ip", "10.0.0.1"), C2);
        stored(5, "order_1", "cancelled", Metadata.none());
        stored(6, "order_2", "filled", Metadata.by("bob").with("ip", "10.0.0.1").with("ua", "x"), C1);
        stored(7, "order_3", "placed", Metadata.none().withCausationId("e1"), C2, S1);
        stored(8, "order_1", "placed", Metadata.by("bob").withCorrelationId("w2"));
    }

    private void stored(int position, String aggregate, String type, Metadata metadata, Tag... tags) {
        clock.set(RECORDED.plus(Duration.ofMinutes(position)));
        Instant happened = position == 5 ? TEN.minusSeconds(3600) : TEN.plusSeconds(position);
        EventType version = new EventType(type, 1 + position % 2);
        NewEvent event =
                new NewEvent(Samples.id(), aggregate, version, Samples.PAYLOAD, happened, metadata, Set.of(tags));
        assertThat(append(event).getFirst().position()).isEqualTo(position);
    }

    private void finds(Query query, long... positions) {
        finds(query, Range.all(), positions);
    }

    private void finds(Range range, long... positions) {
        finds(Query.all(), range, positions);
    }

    private void finds(Query query, Range range, long... positions) {
        assertThat(read(query, range).stream()
                        .mapToLong(event -> event.position())
                        .toArray())
                .as("%s in %s", query, range)
                .containsExactly(positions);
    }

    @Test
    void everything_is_found_without_criteria() {
        finds(Query.all(), 1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void an_event_is_found_by_its_id_whatever_version_that_is_of() {
        UUID random = UUID.fromString("8a6f3c1e-9d1b-4f6e-8d55-0b7e4f0a1c2d");
        append(NewEvent.of(random, "order_4", EventType.of("placed"), Samples.PAYLOAD, TEN));
        assertThat(all())
                .hasSize(9)
                .allSatisfy(event -> assertThat(log().find(event.id())).contains(event));
        assertThat(log().find(Samples.id())).isEmpty();
        assertThat(log().find(new UUID(0, 0))).isEmpty();
    }

    @Test
    void aggregates_of_any_name_are_listed_once_each_page_by_page() {
        List<String> names = List.of("\uff5e", "\ud83d\ude00", "\ud83d\ude00_1", "\u0627", "a b", "'; --", "%");
        names.forEach(name -> append(Samples.event(name)));
        List<String> expected = new ArrayList<>(names);
        expected.addAll(List.of("order_1", "order_2", "order_3", "wallet_1"));
        List<String> listed = new ArrayList<>();
        for (List<String> page = log().aggregates("", 2); !page.isEmpty(); ) {
            listed.addAll(page);
            page = log().aggregates(page.getLast(), 2);
        }
        assertThat(listed).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void aggregates_are_listed_in_the_order_of_their_ids() {
        append(Samples.event("Order_1"), Samples.event("order_"), Samples.event("order_10"), Samples.event("\u00e9"));
        assertThat(log().aggregates("", 100))
                .containsExactly(
                        "Order_1", "order_", "order_1", "order_10", "order_2", "order_3", "wallet_1", "\u00e9");
        assertThat(log().aggregates("", 2)).containsExactly("Order_1", "order_");
        assertThat(log().aggregates("order_", 2)).containsExactly("order_1", "order_10");
        assertThat(log().aggregates("order_11", 1)).containsExactly("order_2");
        assertThat(log().aggregates("\u00e9", 10)).isEmpty();
    }

    @Test
    void events_are_found_by_aggregate() {
        finds(Query.aggregate("order_1"), 1, 3, 5, 8);
        finds(Query.aggregate("order"));
        finds(Query.aggregate("nobody"));
        finds(Query.of(Criteria.any().aggregates("order_2", "wallet_1", "nobody")), 2, 4, 6);
    }

    @Test
    void events_are_found_by_type_in_whatever_version() {
        finds(Query.types("placed"), 1, 2, 7, 8);
        finds(Query.types("filled", "connected"), 3, 4, 6);
        finds(Query.types("Placed"));
        finds(Query.types("unknown"));
    }

    @Test
    void events_are_found_by_all_tags_asked_for() {
        finds(Query.tags(C1), 1, 2, 6);
        finds(Query.tags(S1), 2, 3, 7);
        finds(Query.tags(C1, S1), 2);
        finds(Query.tags(C1, C2));
        finds(Query.tags(Tag.of("course", "c")));
        finds(Query.tags(Tag.of("cours", "e:c1")));
    }

    @Test
    void events_are_found_by_metadata() {
        finds(Query.metadata(Metadata.by("alice")), 1, 3, 4);
        finds(Query.metadata(Metadata.none().withCorrelationId("w1")), 1, 2);
        finds(Query.metadata(Metadata.none().withCausationId("e1")), 3, 7);
        finds(Query.metadata(Metadata.none().with("ip", "10.0.0.1")), 4, 6);
        finds(Query.metadata(Metadata.none().with("ip", "10.0.0.1").with("ua", "x")), 6);
        finds(Query.metadata(Metadata.by("bob").withCorrelationId("w2")), 8);
        finds(Query.metadata(Metadata.by("w1")));
        finds(Query.metadata(Metadata.none().with("10.0.0.1", "ip")));
    }

    @Test
    void all_parts_of_one_alternative_count_together() {
        finds(Query.of(Criteria.any().aggregates("order_1").types("placed")), 1, 8);
        finds(Query.of(Criteria.any().types("placed").tags(C1)), 1, 2);
        finds(Query.of(Criteria.any().types("placed", "filled").tags(C1).metadata(Metadata.by("bob"))), 2, 6);
        finds(Query.of(Criteria.any().aggregates("order_3").types("placed").tags(C1)));
    }

    @Test
    void one_alternative_is_enough() {
        finds(Query.types("cancelled").or(Query.tags(C2)), 4, 5, 7);
        finds(Query.types("unknown").or(Query.aggregate("wallet_1")), 4);
        finds(Query.aggregate("wallet_1").or(Query.types("unknown")), 4);
        finds(Query.metadata(Metadata.by("alice")).or(Query.types("filled")).or(Query.tags(S1)), 1, 2, 3, 4, 6, 7);
    }

    @Test
    void an_event_that_meets_several_alternatives_comes_once() {
        finds(Query.types("placed").or(Query.aggregate("order_1")).or(Query.tags(C1)), 1, 2, 3, 5, 6, 7, 8);
        finds(Query.all().or(Query.types("placed")), 1, 2, 3, 4, 5, 6, 7, 8);
        finds(Query.types("placed").or(Query.all()), Range.newestFirst().limit(3), 8, 7, 6);
    }

    @Test
    void positions_bound_a_read() {
        finds(Range.all().after(5), 6, 7, 8);
        finds(Range.all().upTo(3), 1, 2, 3);
        finds(Range.all().after(3).upTo(5), 4, 5);
        finds(Range.all().after(5).upTo(5));
        finds(Range.all().after(6).upTo(3));
        finds(Range.all().after(8));
        finds(Range.all().after(Long.MAX_VALUE));
        finds(Range.all().upTo(0));
        finds(Query.types("placed"), Range.all().after(2).upTo(7), 7);
    }

    @Test
    void sequences_bound_a_read() {
        Query order1 = Query.aggregate("order_1");
        finds(order1, Range.all().fromSequence(2), 3, 5, 8);
        finds(order1, Range.all().upToSequence(2), 1, 3);
        finds(order1, Range.all().fromSequence(2).upToSequence(3), 3, 5);
        finds(order1, Range.all().fromSequence(5));
        finds(order1, Range.all().fromSequence(0).upToSequence(0));
        finds(order1, Range.all().fromSequence(3).upToSequence(2));
        finds(order1, Range.all().fromSequence(2).backwards(), 8, 5, 3);
        finds(Range.all().fromSequence(2), 3, 5, 6, 8);
    }

    @Test
    void spans_of_timestamps_bound_a_read_with_both_ends() {
        finds(Range.all().happened(TimeSpan.between(TEN.plusSeconds(2), TEN.plusSeconds(4))), 2, 3, 4);
        finds(Range.all().happened(TimeSpan.until(TEN.plusSeconds(1))), 1, 5);
        finds(Range.all().happened(TimeSpan.since(TEN.plusSeconds(7))), 7, 8);
        finds(Range.all().happened(TimeSpan.between(TEN.plusSeconds(4), TEN.plusSeconds(2))));
        finds(Range.all().happened(TimeSpan.until(Instant.MIN)));
        finds(Range.all().happened(TimeSpan.since(Instant.MAX)));
        finds(Range.all().happened(TimeSpan.between(Instant.MIN, Instant.MAX)).limit(2), 1, 2);
    }

    @Test
    void spans_of_record_times_bound_a_read_with_both_ends() {
        finds(Range.all().recorded(TimeSpan.between(minute(3), minute(5))), 3, 4, 5);
        finds(Range.all().recorded(TimeSpan.until(minute(2))), 1, 2);
        finds(Range.all().recorded(TimeSpan.since(minute(7))), 7, 8);
        finds(Range.all().recorded(TimeSpan.since(minute(7).plusNanos(1))), 8);
        finds(Range.all().recorded(TimeSpan.since(minute(9))));
        finds(Range.all().recorded(TimeSpan.until(minute(0))));
        finds(Range.newestFirst().recorded(TimeSpan.between(minute(3), minute(5))), 5, 4, 3);
    }

    private static Instant minute(int number) {
        return RECORDED.plus(Duration.ofMinutes(number));
    }

    @Test
    void backwards_is_the_same_answer_from_the_other_end() {
        finds(Range.newestFirst(), 8, 7, 6, 5, 4, 3, 2, 1);
        finds(Query.types("placed"), Range.newestFirst(), 8, 7, 2, 1);
        finds(Range.newestFirst().after(3).upTo(6), 6, 5, 4);
        finds(Query.tags(S1), Range.newestFirst().upTo(6), 3, 2);
    }

    @Test
    void a_limit_is_how_many_come_at_most() {
        finds(Range.all().limit(0));
        finds(Range.newestFirst().limit(0));
        finds(Range.all().limit(1), 1);
        finds(Range.newestFirst().limit(1), 8);
        finds(Range.all().limit(8), 1, 2, 3, 4, 5, 6, 7, 8);
        finds(Range.all().limit(9), 1, 2, 3, 4, 5, 6, 7, 8);
        finds(Range.all().after(2).limit(3), 3, 4, 5);
    }

    @Test
    void a_limit_counts_what_has_passed_every_filter() {
        finds(Query.types("filled"), Range.all().limit(2), 3, 6);
        finds(Query.tags(C2), Range.newestFirst().limit(1), 7);
        finds(Query.metadata(Metadata.by("bob")), Range.all().limit(2), 2, 6);
        finds(Range.all().happened(TimeSpan.since(TEN.plusSeconds(5))).limit(2), 6, 7);
        finds(Query.aggregate("order_1"), Range.all().fromSequence(2).limit(2), 3, 5);
        finds(Query.types("placed").or(Query.tags(C1)), Range.all().limit(3), 1, 2, 6);
    }

    @Test
    void all_bounds_apply_together() {
        Range range = Range.all()
                .after(1)
                .upTo(7)
                .happened(TimeSpan.since(TEN))
                .recorded(TimeSpan.until(minute(6)))
                .backwards();
        finds(range, 6, 4, 3, 2);
        finds(Query.tags(C1), range.limit(1), 6);
        finds(Query.of(Criteria.any().types("filled")), range.fromSequence(2), 6, 3);
    }
}
