package dev.daybook.ports.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.Metadata;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.event.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class QueryTest {

    private static final Tag C1 = Tag.of("course", "c1");
    private static final Tag S1 = Tag.of("student", "s1");
    private static final StoredEvent EVENT = new StoredEvent(
            5,
            2,
            Instant.EPOCH,
            new NewEvent(
                    new UUID(1, 1),
                    "order_1",
                    new EventType("placed", 2),
                    Payload.json("{}"),
                    Instant.EPOCH,
                    Metadata.by("alice").with("ip", "x"),
                    Set.of(C1, S1)));

    private static void matches(Query query) {
        assertThat(query.matches(EVENT)).as(query.toString()).isTrue();
    }

    private static void matchesNot(Query query) {
        assertThat(query.matches(EVENT)).as(query.toString()).isFalse();
    }

    @Test
    void each_part_decides() {
        matches(Query.all());
        matches(Query.aggregate("order_1"));
        matchesNot(Query.aggregate("Order_1"));
        matches(Query.types("filled", "placed"));
        matchesNot(Query.types("filled"));
        matches(Query.tags(C1));
        matches(Query.tags(C1, S1));
        matchesNot(Query.tags(C1, Tag.of("student", "s2")));
        matches(Query.metadata(Metadata.by("alice")));
        matchesNot(Query.metadata(Metadata.by("bob")));
    }

    @Test
    void all_parts_of_one_alternative_must_be_met() {
        Criteria placed = Criteria.any().aggregates("order_1").types("placed").tags(C1);
        matches(Query.of(placed.metadata(Metadata.by("alice"))));
        matchesNot(Query.of(placed.metadata(Metadata.by("bob"))));
        matchesNot(Query.of(placed.types("filled")));
    }

    @Test
    void one_alternative_must_be_met() {
        matches(Query.types("filled").or(Query.tags(C1)));
        matches(Query.tags(C1).or(Query.types("filled")));
        matchesNot(Query.types("filled").or(Query.aggregate("order_2")));
    }

    @Test
    void the_same_alternative_twice_is_one() {
        assertThat(Query.types("a").or(Query.types("a"))).isEqualTo(Query.types("a"));
    }

    @Test
    void a_query_without_alternatives_is_refused() {
        assertThatThrownBy(() -> new Query(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Query.all()");
    }

    @Test
    void a_query_describes_itself() {
        assertThat(Query.all()).hasToString("any event");
        assertThat(Query.of(Criteria.any().types("b", "a").tags(C1)).or(Query.aggregate("order_1")))
                .hasToString("type a b, tags course:c1 or aggregate order_1");
    }
}
