package dev.daybook.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.event.Tag;
import dev.daybook.testkit.sample.Events;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What is remembered of the newest labels is true, and what is not remembered is not called absent. */
class RecentLabelsTest {

    private static final int MOST = 1 << 14;

    private final RecentLabels labels = new RecentLabels();

    private static Draft.Row row(long position, String course) {
        NewEvent event = Events.event("order_1").tagged(Tag.of("course", course));
        return new Draft.Row(new StoredEvent(position, position, Events.WHEN, event), 1, 1);
    }

    @Test
    void a_label_is_behind_every_position_before_its_newest() {
        labels.add(List.of(row(1, "a"), row(2, "b"), row(3, "a")));
        assertThat(labels.isBehind("t:course:a", 2)).isTrue();
        assertThat(labels.isBehind("t:course:a", 3)).isFalse();
        assertThat(labels.isBehind("t:course:b", 2)).isFalse();
        assertThat(labels.isBehind("t:course:c", 0)).isFalse();
        assertThat(labels.isCompleteBehind(0)).isTrue();
    }

    @Test
    void nothing_is_certain_of_what_came_before() {
        labels.add(List.of(row(1, "a")));
        labels.reset(7);
        assertThat(labels.isCompleteBehind(6)).isFalse();
        assertThat(labels.isCompleteBehind(7)).isTrue();
        assertThat(labels.isBehind("t:course:a", 0)).isFalse();
    }

    @Test
    void of_too_many_labels_the_oldest_are_forgotten_and_not_called_absent() {
        labels.add(List.of(row(1, "often")));
        labels.add(LongStream.rangeClosed(2, MOST)
                .mapToObj(position -> row(position, "c" + position))
                .toList());
        assertThat(labels.isCompleteBehind(0)).isTrue();
        labels.add(List.of(row(MOST + 1, "often"), row(MOST + 2, "new")));
        assertThat(labels.isCompleteBehind(1)).isFalse();
        assertThat(labels.isCompleteBehind(2)).isTrue();
        assertThat(labels.isBehind("t:course:c2", 1)).isFalse();
        assertThat(labels.isBehind("t:course:c3", 2)).isTrue();
        assertThat(labels.isBehind("t:course:often", MOST)).isTrue();
    }
}
