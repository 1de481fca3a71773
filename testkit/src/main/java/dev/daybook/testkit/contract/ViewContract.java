package dev.daybook.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.core.consumer.Leases;
import dev.daybook.core.projection.Projector;
import dev.daybook.core.projection.View;
import dev.daybook.ports.consumer.ConsumerState;
import dev.daybook.ports.consumer.Lease;
import dev.daybook.ports.consumer.Progress;
import dev.daybook.ports.view.RowChange;
import dev.daybook.ports.view.SortKey;
import dev.daybook.ports.view.ViewRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** Views that are kept beside the log. */
abstract class ViewContract extends ViewSuite {

    @Test
    void a_view_is_what_the_log_folds_to() throws InterruptedException {
        trade(120);
        append(Samples.event("order_1"));
        projector.start();
        trade(80);
        awaitHead();
        assertThat(stored()).isEqualTo(projector.at(log().head())).isNotEmpty();
        assertThat(projector.verify()).isEmpty();
    }

    @Test
    void whoever_has_appended_waits_until_the_view_has_seen_it() throws InterruptedException {
        projector.start();
        trade("btc", 5);
        awaitHead();
        assertThat(projector.view().find("btc")).hasValue(new Held(5, 1));
        trade("btc", -2);
        trade("eth", 0);
        awaitHead();
        assertThat(projector.view().find("btc")).hasValue(new Held(3, 2));
        assertThat(projector.view().find("eth")).isEmpty();
    }

    @Test
    void a_view_as_it_was_is_folded_on_demand() {
        trade("btc", 5);
        trade("btc", 7);
        assertThat(projector.at(1)).isEqualTo(Map.of("btc", new Held(5, 1)));
        assertThat(projector.at(2)).isEqualTo(Map.of("btc", new Held(12, 2)));
        assertThat(projector.at(0)).isEmpty();
        assertThat(projector.view().find("btc")).isEmpty();
    }

    @Test
    void entries_are_read_in_the_order_of_what_the_projection_sorts_by() throws InterruptedException {
        projector.start();
        trade("a", 1);
        trade("b", 1);
        trade("a", 1);
        awaitHead();
        assertThat(projector.view().sorted(SortKey.from(""), "99999", 10))
                .extracting(View.Entry::key)
                .containsExactly("b", "a");
    }

    @Test
    void a_view_goes_on_where_it_was_stopped_and_counts_nothing_twice() throws InterruptedException {
        for (int round = 0; round < 5; round++) {
            projector.start();
            trade(60);
            projector.close();
        }
        projector.start();
        awaitHead();
        assertThat(stored()).isEqualTo(projector.at(log().head()));
    }

    @Test
    void a_view_that_two_fight_for_counts_nothing_twice() throws InterruptedException {
        Leases others = new Leases(storage.consumers());
        try (Projector<Held, Traded> other = projector(new Holdings(), others, 7)) {
            projector.start();
            other.start();
            for (int round = 0; round < 20; round++) {
                trade(20);
                Optional<ConsumerState> seen = storage.consumers().find("holdings@1");
                Optional<Lease> stolen = storage.consumers().claim("holdings@1", "thief " + round, seen);
                stolen.ifPresent(storage.consumers()::release);
            }
            awaitHead();
            assertThat(other.consumer().awaitPosition(log().head(), LONG)).isTrue();
            assertThat(stored()).isEqualTo(projector.at(log().head()));
        } finally {
            others.close();
        }
    }

    @Test
    void an_event_that_cannot_be_folded_stops_the_view_and_is_named() throws InterruptedException {
        trade("btc", 5);
        trade("btc", Long.MIN_VALUE);
        projector.start();
        Waiting.until(
                "it stops",
                () -> !projector.consumer().health().isHealthy()
                        && projector.consumer().health().diagnosis().contains("stopped at the event at position 2"));
        assertThat(projector.consumer().health().lastError().orElseThrow()).contains("holdings", "too little");
        assertThat(projector.view().find("btc")).hasValue(new Held(5, 1));
    }

    @Test
    void rows_that_are_not_what_the_log_says_are_named() throws InterruptedException {
        projector.start();
        trade("btc", 5);
        trade("eth", 5);
        trade("xrp", 5);
        awaitHead();
        projector.close();
        Lease lease = storage.consumers()
                .claim("holdings@1", "vandal", storage.consumers().find("holdings@1"))
                .orElseThrow();
        storage.consumers()
                .commit(
                        lease,
                        new Progress(
                                log().head(),
                                List.of(
                                        new RowChange.Put(
                                                "holdings@1", ViewRow.of("btc", codec.encodeState(new Held(6, 1)))),
                                        new RowChange.Remove("holdings@1", "eth"),
                                        new RowChange.Put(
                                                "holdings@1", ViewRow.of("doge", codec.encodeState(new Held(1, 1)))))));
        storage.consumers().release(lease);
        projector.start();
        awaitHead();
        assertThat(projector.verify()).containsExactly("btc", "doge", "eth");
    }

    @Test
    void who_listens_is_told_how_far_a_comparison_with_the_log_is_and_can_end_it() throws InterruptedException {
        projector.start();
        trade("btc", 5);
        trade("eth", 5);
        trade("btc", 5);
        awaitHead();
        Heard heard = new Heard(Long.MAX_VALUE);
        assertThat(projector.verify(heard)).isEmpty();
        assertThat(heard.all()).containsExactly("1 of 3", "2 of 3", "3 of 3", "1 keys", "2 keys");
        for (int steps = 1; steps < 5; steps++) {
            Heard impatient = new Heard(steps);
            assertThatThrownBy(() -> projector.verify(impatient)).isInstanceOf(CancellationException.class);
            assertThat(impatient.all()).hasSize(steps);
        }
    }
}
