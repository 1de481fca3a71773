package dev.daybook.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Tag;
import dev.daybook.ports.log.Criteria;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is read in pages underneath shows no seam: no event left out, none twice, however few of many match. */
abstract class PagingContract extends Suite {

    private static final int EVENTS = 12_000;
    private static final int PER_APPEND = 4_000;

    /** Position p has the type of p mod 3, the aggregate of p mod 7, and a tag if 500 divides p. */
    @BeforeEach
    void twelve_thousand_events() {
        List<NewEvent> events = new ArrayList<>();
        for (int position = 1; position <= EVENTS; position++) {
            NewEvent event = Samples.event("order_" + position % 7, "type_" + position % 3);
            events.add(position % 500 == 0 ? event.tagged(Tag.of("rare", "yes")) : event);
            if (events.size() == PER_APPEND) {
                append(events);
                events.clear();
            }
        }
    }

    private void finds(Query query, Range range, LongPredicate expected) {
        List<Long> forwards = LongStream.rangeClosed(1, EVENTS)
                .filter(expected)
                .limit(range.limit())
                .boxed()
                .toList();
        assertThat(Results.positions(read(query, range)))
                .as("%s forwards", query)
                .isEqualTo(forwards);
        List<Long> backwards = LongStream.rangeClosed(1, EVENTS)
                .map(position -> EVENTS + 1 - position)
                .filter(expected)
                .limit(range.limit())
                .boxed()
                .toList();
        assertThat(Results.positions(read(query, range.backwards())))
                .as("%s backwards", query)
                .isEqualTo(backwards);
    }

    @Test
    void the_whole_log_comes_without_a_seam() {
        finds(Query.all(), Range.all(), position -> true);
    }

    @Test
    void limits_around_a_page_are_exact() {
        for (long limit : new long[] {499, 500, 501, 999, 1_000, 1_001, 1_024, 5_000, 5_001, 11_999}) {
            finds(Query.all(), Range.all().limit(limit), position -> true);
            finds(Query.types("type_1"), Range.all().limit(limit), position -> position % 3 == 1);
        }
    }

    @Test
    void one_aggregate_of_many_comes_without_a_seam() {
        finds(Query.aggregate("order_3"), Range.all(), position -> position % 7 == 3);
        finds(
                Query.aggregate("order_3"),
                Range.all().fromSequence(101).upToSequence(1_200),
                position -> position % 7 == 3 && position / 7 >= 100 && position / 7 < 1_200);
    }

    @Test
    void the_few_of_many_are_all_found() {
        finds(Query.tags(Tag.of("rare", "yes")), Range.all(), position -> position % 500 == 0);
        finds(Query.tags(Tag.of("rare", "yes")), Range.all().limit(2), position -> position % 500 == 0);
    }

    @Test
    void overlapping_alternatives_come_merged_and_once() {
        Query query = Query.types("type_0").or(Query.aggregate("order_0")).or(Query.tags(Tag.of("rare", "yes")));
        finds(query, Range.all(), position -> position % 3 == 0 || position % 7 == 0 || position % 500 == 0);
        finds(
                query,
                Range.all().after(3_333).upTo(9_999),
                position -> position > 3_333
                        && position <= 9_999
                        && (position % 3 == 0 || position % 7 == 0 || position % 500 == 0));
    }

    @Test
    void short_pages_of_several_types_and_tags_are_exact() {
        Tag rare = Tag.of("rare", "yes");
        Query frequent = Query.types("type_0").or(Query.tags(rare));
        Query filtered = frequent.or(Query.of(Criteria.any().types("type_1").aggregates("order_2", "order_3")));
        for (long limit : new long[] {1, 2, 49, 256, 257}) {
            Range page = Range.all().after(2_990).upTo(9_010).limit(limit);
            finds(frequent, page, position -> isWithin(page, position) && (position % 3 == 0 || position % 500 == 0));
            finds(
                    filtered,
                    page,
                    position -> isWithin(page, position)
                            && (position % 3 == 0
                                    || position % 500 == 0
                                    || (position % 3 == 1 && (position % 7 == 2 || position % 7 == 3))));
        }
        finds(
                Query.tags(rare).or(Query.types("type_0", "type_2")),
                Range.all().after(11_990).limit(50),
                position -> position > 11_990 && (position % 3 != 1 || position % 500 == 0));
    }

    private static boolean isWithin(Range range, long position) {
        return position > range.afterPosition() && position <= range.toPosition();
    }

    @Test
    void a_log_read_page_by_page_by_its_reader_is_the_whole_log() {
        long seen = 0;
        List<Long> page = Results.positions(read(Query.all(), Range.all().limit(700)));
        while (!page.isEmpty()) {
            assertThat(page.getFirst()).isEqualTo(seen + 1);
            seen = page.getLast();
            page = Results.positions(read(Query.all(), Range.all().after(seen).limit(700)));
        }
        assertThat(seen).isEqualTo(EVENTS);
    }
}
