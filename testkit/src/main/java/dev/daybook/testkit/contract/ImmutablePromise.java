package dev.daybook.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.ports.event.Metadata;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.event.Tag;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.AppendResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No call changes or removes an event. */
abstract class ImmutablePromise extends Suite {

    private static final String CONTENT = "{\"quantity\":1}";

    private static NewEvent withContent() {
        return Samples.event("order_1", Payload.json(CONTENT));
    }

    private void contentIsUnchanged() {
        assertThat(all()).extracting(event -> event.payload().text()).containsExactly(CONTENT);
    }

    @Test
    void bytes_changed_after_the_append_do_not_reach_the_log() {
        byte[] bytes = CONTENT.getBytes(StandardCharsets.UTF_8);
        append(Samples.event("order_1", Payload.json(bytes)));
        Arrays.fill(bytes, (byte) 'x');
        contentIsUnchanged();
    }

    @Test
    void bytes_changed_in_what_an_append_answered_do_not_reach_the_log() {
        NewEvent event = withContent();
        Arrays.fill(append(event).getFirst().payload().bytes(), (byte) 'x');
        contentIsUnchanged();
    }

    @Test
    void bytes_changed_in_what_was_read_do_not_reach_the_log() {
        append(withContent());
        Arrays.fill(all().getFirst().payload().bytes(), (byte) 'x');
        contentIsUnchanged();
    }

    @Test
    void what_an_append_answers_cannot_be_changed() {
        NewEvent event = Samples.event("order_1")
                .tagged(Tag.of("course", "c1"))
                .with(Metadata.by("alice").with("ip", "10.0.0.1"));
        List<StoredEvent> stored = append(event);
        refusesChange(stored);
        refusesChange(Results.alreadyStored(log().append(Append.of(event))));
        refusesChange(all());
    }

    private static void refusesChange(List<StoredEvent> events) {
        StoredEvent event = events.getFirst();
        assertThatThrownBy(events::clear).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> event.tags().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> event.metadata().entries().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void a_list_changed_after_it_became_an_append_does_not_reach_the_log() {
        List<NewEvent> events = new ArrayList<>(List.of(withContent()));
        Append append = Append.of(events);
        events.add(Samples.event("order_2"));
        assertThat(log().append(append)).isInstanceOf(AppendResult.Stored.class);
        contentIsUnchanged();
    }

    @Test
    void what_is_appended_later_changes_nothing_that_was_there() {
        List<StoredEvent> before = append(withContent(), Samples.event("order_2"));
        Refusals.idReused(log(), before.getFirst().event().with(Metadata.by("mallory")));
        append(Samples.event("order_1"));
        assertThat(all().subList(0, 2)).isEqualTo(before);
    }
}
