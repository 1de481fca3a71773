package dev.daybook.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.ports.consumer.ConsumerState;
import dev.daybook.ports.consumer.Consumers;
import dev.daybook.ports.consumer.Lease;
import dev.daybook.ports.consumer.Progress;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.storage.LimitExceededException;
import dev.daybook.ports.view.RowChange;
import dev.daybook.ports.view.ViewRow;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** Leases, checkpoints, and what is kept together with them. */
abstract class ConsumerContract extends Suite {

    private static final String NAME = "positions";

    private Consumers consumers() {
        return storage.consumers();
    }

    private Lease claim(String name, String owner) {
        return consumers().claim(name, owner, consumers().find(name)).orElseThrow();
    }

    private ConsumerState state() {
        return consumers().find(NAME).orElseThrow();
    }

    private static RowChange put(String key, String json) {
        return new RowChange.Put(NAME, ViewRow.of(key, Payload.json(json)));
    }

    private Optional<String> row(String key) {
        return storage.views()
                .find(NAME, key)
                .map(row -> new String(row.state().bytes(), java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void a_consumer_that_was_never_claimed_is_not_there() {
        assertThat(consumers().find(NAME)).isEmpty();
        assertThat(consumers().all()).isEmpty();
    }

    @Test
    void a_new_consumer_begins_at_the_beginning() {
        assertThat(claim(NAME, "a")).isEqualTo(new Lease(NAME, "a", 1));
        assertThat(state()).isEqualTo(new ConsumerState(NAME, 0, "a", 1, 0, clock.instant()));
        assertThat(consumers().all()).containsExactly(state());
    }

    @Test
    void the_checkpoint_and_the_rows_are_kept_together() {
        Lease lease = claim(NAME, "a");
        clock.advance(java.time.Duration.ofSeconds(5));
        assertThat(consumers().commit(lease, new Progress(7, List.of(put("btc", "1"), put("eth", "2")))))
                .isTrue();
        assertThat(state().checkpoint()).isEqualTo(7);
        assertThat(state().movedAt()).isEqualTo(clock.instant());
        assertThat(row("btc")).hasValue("1");
        assertThat(row("eth")).hasValue("2");
    }

    @Test
    void of_several_changes_of_one_row_the_last_counts() {
        Lease lease = claim(NAME, "a");
        consumers()
                .commit(
                        lease,
                        new Progress(
                                3,
                                List.of(
                                        put("btc", "1"),
                                        put("btc", "2"),
                                        put("eth", "3"),
                                        new RowChange.Remove(NAME, "eth"),
                                        new RowChange.Remove(NAME, "xrp"),
                                        put("xrp", "4"))));
        assertThat(row("btc")).hasValue("2");
        assertThat(row("eth")).isEmpty();
        assertThat(row("xrp")).hasValue("4");
    }

    @Test
    void a_checkpoint_never_goes_back() {
        Lease lease = claim(NAME, "a");
        consumers().commit(lease, Progress.to(7));
        assertThatThrownBy(() -> consumers().commit(lease, new Progress(6, List.of(put("btc", "1")))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(NAME);
        assertThat(state().checkpoint()).isEqualTo(7);
        assertThat(row("btc")).isEmpty();
        assertThat(consumers().commit(lease, Progress.to(7))).isTrue();
    }

    @Test
    void who_has_lost_the_lease_is_refused_however_late_and_changes_nothing() {
        Lease lost = claim(NAME, "a");
        Lease held = claim(NAME, "b");
        assertThat(held.fence()).isGreaterThan(lost.fence());
        assertThat(consumers().commit(lost, new Progress(5, List.of(put("btc", "1")))))
                .isFalse();
        assertThat(consumers().commit(held, new Progress(3, List.of(put("btc", "2")))))
                .isTrue();
        assertThat(consumers().commit(lost, new Progress(9, List.of(put("btc", "3")))))
                .isFalse();
        consumers().release(lost);
        assertThat(state().owner()).isEqualTo("b");
        assertThat(state().checkpoint()).isEqualTo(3);
        assertThat(row("btc")).hasValue("2");
    }

    @Test
    void an_owner_who_claims_again_has_another_lease_than_before() {
        Lease before = claim(NAME, "a");
        Lease after = claim(NAME, "a");
        assertThat(consumers().commit(before, Progress.to(5))).isFalse();
        assertThat(consumers().commit(after, Progress.to(5))).isTrue();
    }

    @Test
    void a_lease_whose_beat_has_gone_on_cannot_be_taken_by_who_saw_it_stand() {
        Lease lease = claim(NAME, "a");
        Optional<ConsumerState> seen = consumers().find(NAME);
        consumers().renew(Set.of(lease));
        assertThat(consumers().claim(NAME, "b", seen)).isEmpty();
        seen = consumers().find(NAME);
        consumers().commit(lease, Progress.to(1));
        assertThat(consumers().claim(NAME, "b", seen)).isEmpty();
        seen = consumers().find(NAME);
        assertThat(consumers().claim(NAME, "b", seen)).isPresent();
        assertThat(state().checkpoint()).isEqualTo(1);
    }

    @Test
    void a_renewal_tells_which_leases_are_lost() {
        Lease lost = claim(NAME, "a");
        Lease held = claim(NAME, "b");
        Lease other = claim("orders", "a");
        long beat = state().beat();
        assertThat(consumers().renew(Set.of(lost, held, other))).containsExactly(lost);
        assertThat(state().beat()).isGreaterThan(beat);
    }

    @Test
    void a_lease_that_is_released_is_free_and_worth_nothing() {
        Lease lease = claim(NAME, "a");
        consumers().release(lease);
        assertThat(state().isFree()).isTrue();
        assertThat(consumers().commit(lease, Progress.to(1))).isFalse();
        assertThat(claim(NAME, "b").fence()).isGreaterThan(lease.fence());
    }

    @Test
    void of_many_who_claim_at_once_one_has_the_lease() {
        Queue<Lease> leases = new ConcurrentLinkedQueue<>();
        Crew.of(
                        Crew.VIRTUAL,
                        16,
                        n -> consumers()
                                .claim(NAME, "owner_" + n, Optional.empty())
                                .ifPresent(leases::add))
                .join();
        assertThat(leases).hasSize(1);
        assertThat(state().owner()).isEqualTo(leases.element().owner());
    }

    @Test
    void consumers_are_the_same_after_reopening_where_the_storage_is_persistent_and_gone_elsewhere() {
        Lease lease = claim(NAME, "a");
        consumers().commit(lease, new Progress(7, List.of(put("btc", "1"))));
        List<ConsumerState> before = consumers().all();
        reopen();
        if (fixture().isPersistent()) {
            assertThat(consumers().all()).isEqualTo(before);
            assertThat(row("btc")).hasValue("1");
            assertThat(consumers().commit(lease, Progress.to(8))).isTrue();
        } else {
            assertThat(consumers().all()).isEmpty();
        }
    }

    @Test
    void any_text_names_a_consumer_and_no_other() {
        for (String name : List.of("a", "A", "a ", "\u00e4", "\ud83d\udcd2")) {
            assertThat(consumers().claim(name, name, Optional.empty())).isPresent();
        }
        assertThat(consumers().all()).hasSize(5);
    }

    @Test
    void what_is_too_large_is_refused_and_nothing_is_kept() {
        Lease lease = claim(NAME, "a");
        int most = storage.description().limits().payloadBytes();
        RowChange largest = new RowChange.Put(NAME, ViewRow.of("k", Payload.json(new byte[most])));
        RowChange tooLarge = new RowChange.Put(NAME, ViewRow.of("k", Payload.json(new byte[most + 1])));
        assertThatThrownBy(() -> consumers().commit(lease, new Progress(1, List.of(put("btc", "1"), tooLarge))))
                .isInstanceOf(LimitExceededException.class);
        assertThatThrownBy(() -> consumers().claim("n".repeat(256), "a", Optional.empty()))
                .isInstanceOf(LimitExceededException.class);
        assertThat(row("btc")).isEmpty();
        assertThat(state().checkpoint()).isZero();
        assertThat(consumers().commit(lease, new Progress(1, List.of(largest)))).isTrue();
    }

    @Test
    void steps_and_appends_of_many_threads_are_all_kept() {
        Crew.of(Crew.VIRTUAL, 8, n -> {
                    Lease lease = claim("consumer_" + n, "owner_" + n);
                    for (int step = 1; step <= 10; step++) {
                        append(Samples.event("order_" + n));
                        RowChange row =
                                new RowChange.Put("view_" + n % 2, ViewRow.of("k" + n, Payload.json("" + step)));
                        assertThat(consumers().commit(lease, new Progress(step, List.of(row))))
                                .isTrue();
                    }
                })
                .join();
        assertThat(log().head()).isEqualTo(80);
        assertThat(consumers().all())
                .extracting(ConsumerState::checkpoint)
                .hasSize(8)
                .containsOnly(10L);
        assertThat(storage.views().page("view_0", "", 100)).hasSize(4);
    }
}
