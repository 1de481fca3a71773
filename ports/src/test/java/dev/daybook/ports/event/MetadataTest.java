package dev.daybook.ports.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class MetadataTest {

    private static final Metadata FULL = Metadata.by("alice")
            .withCorrelationId("w1")
            .withCausationId("c1")
            .with("ip", "10.0.0.1")
            .with("note", "");

    @Test
    void every_part_is_kept() {
        assertThat(FULL.actor()).hasValue("alice");
        assertThat(FULL.correlationId()).hasValue("w1");
        assertThat(FULL.causationId()).hasValue("c1");
        assertThat(FULL.entries())
                .containsEntry("ip", "10.0.0.1")
                .containsEntry("note", "")
                .hasSize(2);
    }

    @Test
    void nothing_is_changed_in_place() {
        Metadata alice = Metadata.by("alice");
        alice.withActor("bob").with("ip", "x");
        assertThat(alice).isEqualTo(Metadata.by("alice"));
        assertThatThrownBy(() -> FULL.entries().put("a", "b")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void an_entry_of_the_same_key_is_replaced() {
        assertThat(FULL.with("ip", "::1").entries()).containsEntry("ip", "::1").hasSize(2);
    }

    @Test
    void entries_are_equal_in_whatever_order_they_came() {
        assertThat(Metadata.none().with("a", "1").with("b", "2"))
                .isEqualTo(Metadata.none().with("b", "2").with("a", "1"))
                .hasSameHashCodeAs(Metadata.none().with("b", "2").with("a", "1"));
    }

    @Test
    void what_names_less_is_contained_in_what_names_more() {
        assertThat(Metadata.none().isContainedIn(FULL)).isTrue();
        assertThat(FULL.isContainedIn(FULL)).isTrue();
        assertThat(Metadata.by("alice").with("ip", "10.0.0.1").isContainedIn(FULL))
                .isTrue();
        assertThat(Metadata.by("bob").isContainedIn(FULL)).isFalse();
        assertThat(Metadata.none().with("ip", "").isContainedIn(FULL)).isFalse();
        assertThat(Metadata.none().with("ua", "x").isContainedIn(FULL)).isFalse();
        assertThat(FULL.isContainedIn(Metadata.by("alice"))).isFalse();
    }

    @Test
    void only_nothing_is_empty() {
        assertThat(Metadata.none().isEmpty()).isTrue();
        assertThat(Metadata.none().with("note", "").isEmpty()).isFalse();
    }

    @Test
    void an_event_can_be_the_cause() {
        UUID id = new UUID(1, 2);
        assertThat(Metadata.none().causedBy(id).causationId()).hasValue(id.toString());
    }
}
