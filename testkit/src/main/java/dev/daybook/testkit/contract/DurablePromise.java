package dev.daybook.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.ports.event.Metadata;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.event.Tag;
import dev.daybook.ports.storage.Storage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an append has acknowledged is there afterwards; or, where a storage declares so, goes with it. */
abstract class DurablePromise extends Suite {

    private static final int ACKNOWLEDGED = 50;

    @Test
    void the_log_is_the_same_after_reopening_where_it_is_persistent_and_empty_elsewhere() {
        append(
                Samples.event("order_1").with(Metadata.by("alice").with("ip", "10.0.0.1")),
                Samples.event("order_2").tagged(Tag.of("course", "c1"), Tag.of("student", "s1")));
        append(Samples.event("order_1"));
        List<StoredEvent> before = all();
        reopen();
        assertThat(all()).isEqualTo(fixture().isPersistent() ? before : List.of());
        assertThat(log().head()).isEqualTo(fixture().isPersistent() ? 3 : 0);
    }

    @Test
    void positions_and_sequences_go_on_after_reopening_where_the_log_is_persistent() {
        append(Samples.event("order_1"), Samples.event("order_1"));
        reopen();
        StoredEvent next = append(Samples.event("order_1")).getFirst();
        assertThat(next.position()).isEqualTo(fixture().isPersistent() ? 3 : 1);
        assertThat(next.sequence()).isEqualTo(fixture().isPersistent() ? 3 : 1);
    }

    @Test
    void a_log_opened_and_closed_many_times_keeps_everything_or_nothing_as_declared() {
        int rounds = 5;
        for (int n = 0; n < rounds; n++) {
            append(Samples.event("order_" + n));
            reopen();
            reopen();
        }
        assertThat(all()).hasSize(fixture().isPersistent() ? rounds : 0);
    }

    @Test
    void a_second_storage_on_the_same_place_sees_the_log_where_it_is_persistent_and_its_own_elsewhere() {
        append(Samples.event("order_1"));
        try (Storage second = fixture().open(folder, clock)) {
            assertThat(second.log().head()).isEqualTo(fixture().isPersistent() ? 1 : 0);
            append(Samples.event("order_1"));
            assertThat(second.log().head()).isEqualTo(fixture().isPersistent() ? 2 : 0);
        }
    }

    @Test
    void what_was_acknowledged_outlives_a_killed_process_where_the_log_is_persistent() throws Exception {
        List<String> acknowledged = new ArrayList<>();
        whileOthersMayOpen(() -> {
            try (ChildJvm child = ChildJvm.start("write", fixture().url(folder))) {
                acknowledged.addAll(child.lines(ACKNOWLEDGED));
                child.kill();
                acknowledged.addAll(child.remainingWholeLines());
            }
        });
        List<String> found = all().stream().map(event -> event.id().toString()).toList();
        if (fixture().isPersistent()) {
            assertThat(found)
                    .as("acknowledged events")
                    .containsAll(acknowledged)
                    .doesNotHaveDuplicates();
        } else {
            assertThat(found).isEmpty();
        }
        assertThat(append(Samples.event("order_1")).getFirst().position()).isEqualTo(found.size() + 1L);
    }
}
