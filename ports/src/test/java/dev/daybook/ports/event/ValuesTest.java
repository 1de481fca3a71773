package dev.daybook.ports.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ValuesTest {

    private static final NewEvent EVENT = NewEvent.of(
            new UUID(1, 1),
            "order_1",
            EventType.of("order_placed"),
            Payload.json("{}"),
            Instant.parse("2026-01-01T00:00:00.123456789Z"));

    @Test
    void payloads_are_equal_by_content_type_and_bytes() {
        assertThat(Payload.json("{}")).isEqualTo(Payload.json("{}")).hasSameHashCodeAs(Payload.json("{}"));
        assertThat(Payload.json("{}")).isNotEqualTo(Payload.json("{ }"));
        assertThat(Payload.json("{}")).isNotEqualTo(Payload.of("text/plain", new byte[] {'{', '}'}));
    }

    @Test
    void a_payload_shows_its_size_and_never_its_content() {
        assertThat(Payload.json("{\"iban\":\"DE02\"}")).hasToString("application/json, 15 bytes");
    }

    @Test
    void text_of_a_payload_is_utf_8() {
        assertThat(Payload.json("\"\ud83d\udcd2\"").size()).isEqualTo(6);
        assertThat(Payload.json("\"\ud83d\udcd2\"").text()).isEqualTo("\"\ud83d\udcd2\"");
    }

    @Test
    void a_tag_is_read_back_from_its_text() {
        for (Tag tag : Set.of(Tag.of("course", "c1"), Tag.of("url", "http://x:1"), Tag.of(" ", ":"))) {
            assertThat(Tag.parse(tag.toString())).isEqualTo(tag);
        }
    }

    @Test
    void a_tag_without_a_part_or_with_a_colon_in_its_key_is_refused() {
        assertThatThrownBy(() -> Tag.parse("course")).hasMessageContaining("no colon");
        assertThatThrownBy(() -> Tag.parse(":c1")).hasMessageContaining("tag key is empty");
        assertThatThrownBy(() -> Tag.of("course", "")).hasMessageContaining("value of tag course is empty");
        assertThatThrownBy(() -> Tag.of("a:b", "c")).hasMessageContaining("colon");
    }

    @Test
    void an_events_timestamp_is_cut_to_microseconds() {
        assertThat(EVENT.timestamp()).isEqualTo("2026-01-01T00:00:00.123456Z");
    }

    @Test
    void an_event_keeps_its_own_copy_of_the_tags() {
        Set<Tag> tags = new HashSet<>(Set.of(Tag.of("a", "b")));
        NewEvent event = new NewEvent(
                EVENT.id(), "order_1", EVENT.type(), EVENT.payload(), EVENT.timestamp(), Metadata.none(), tags);
        tags.clear();
        assertThat(event.tags()).containsExactly(Tag.of("a", "b"));
    }

    @Test
    void a_changed_copy_differs_in_what_was_changed_only() {
        assertThat(EVENT.with(Metadata.by("alice")).with(Metadata.none())).isEqualTo(EVENT);
        assertThat(EVENT.tagged(Tag.of("a", "b")).tagged()).isEqualTo(EVENT);
    }

    @Test
    void a_stored_event_shows_what_was_handed_over() {
        StoredEvent stored = new StoredEvent(7, 3, Instant.EPOCH, EVENT);
        assertThat(stored.id()).isEqualTo(EVENT.id());
        assertThat(stored.aggregateId()).isEqualTo("order_1");
        assertThat(stored.type()).isEqualTo(EVENT.type());
        assertThat(stored.payload()).isEqualTo(EVENT.payload());
        assertThat(stored.timestamp()).isEqualTo(EVENT.timestamp());
        assertThat(stored.metadata()).isEqualTo(Metadata.none());
        assertThat(stored.tags()).isEmpty();
    }
}
