package dev.daybook.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.core.consumer.Leases;
import dev.daybook.core.consumer.Takeover;
import dev.daybook.core.projection.Difference;
import dev.daybook.core.projection.Recorded;
import dev.daybook.core.projection.Versions;
import dev.daybook.ports.view.RowChange;
import dev.daybook.ports.view.ViewRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Versions of a view, of which one is served. */
abstract class ViewVersionContract extends ViewSuite {

    /** The next version: what is sold counts tenfold. */
    static final class NextHoldings extends Holdings {
        @Override
        public int version() {
            return 2;
        }

        @Override
        public Held apply(Held state, Recorded<Traded> event) {
            long quantity = event.event().quantity();
            return new Held(state.quantity() + (quantity < 0 ? 10 * quantity : quantity), state.trades() + 1);
        }
    }

    private final ConcurrentLinkedQueue<AutoCloseable> open = new ConcurrentLinkedQueue<>();

    @AfterEach
    void stop_the_versions() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    /** As another process would have them. */
    private Versions<Held> versions(Holdings... projections) {
        Leases own = new Leases(storage.consumers());
        Versions<Held> versions = new Versions<>(List.of(projections), codec, settings(50), parts(own));
        open.add(versions);
        open.add(own);
        return versions;
    }

    private Versions<Held> both() {
        return versions(new Holdings(), new NextHoldings());
    }

    private void awaitBoth(Versions<Held> versions) throws InterruptedException {
        for (int version = 1; version <= 2; version++) {
            assertThat(versions.version(version).consumer().awaitPosition(log().head(), LONG))
                    .isTrue();
        }
    }

    @Test
    void a_new_version_is_built_switched_to_and_back_while_others_write_and_read() throws InterruptedException {
        trade("btc", 1);
        Versions<Held> old = versions(new Holdings()).start();
        assertThat(old.awaitPosition(1, LONG)).isTrue();
        AtomicBoolean isOver = new AtomicBoolean();
        Versions<Held> versions = both();
        Crew users = Crew.of(Crew.VIRTUAL, 3, n -> useUntil(isOver, versions));
        try {
            versions.start();
            for (int round = 0; round < 2; round++) {
                assertThat(versions.served()).isEqualTo(1);
                assertThat(versions.switchTo(2, LONG)).isTrue();
                assertThat(versions.served()).isEqualTo(2);
                assertThat(versions.compare(1, 2, 10)).isEmpty();
                assertThat(versions.rollBack(LONG)).isTrue();
            }
        } finally {
            isOver.set(true);
        }
        users.join();
    }

    /** The view is there at each moment, never goes back, and has what one has appended and waited for. */
    private void useUntil(AtomicBoolean isOver, Versions<Held> versions) throws InterruptedException {
        int seen = 1;
        while (!isOver.get()) {
            assertThat(trades(versions)).isGreaterThanOrEqualTo(seen);
            trade("btc", 1);
            int head = (int) log().head();
            assertThat(versions.awaitPosition(head, LONG)).isTrue();
            seen = trades(versions);
            assertThat(seen).isGreaterThanOrEqualTo(head);
        }
    }

    private static int trades(Versions<Held> versions) {
        return versions.view().find("btc").orElseThrow().trades();
    }

    @Test
    void what_differs_is_shown_per_key_and_every_process_is_switched_at_once() throws InterruptedException {
        trade("btc", 5);
        trade("eth", 5);
        trade("btc", -1);
        Versions<Held> versions = both().start();
        Versions<Held> elsewhere = both();
        awaitBoth(versions);
        assertThat(versions.compare(1, 2, 10))
                .containsExactly(new Difference<>("btc", Optional.of(new Held(4, 2)), Optional.of(new Held(-5, 2))));
        assertThat(elsewhere.view().find("btc")).hasValue(new Held(4, 2));
        assertThat(versions.switchTo(2, LONG)).isTrue();
        assertThat(elsewhere.view().find("btc")).hasValue(new Held(-5, 2));
        assertThat(elsewhere.view().page("", 10)).hasSize(2);
        assertThat(elsewhere.rollBack(LONG)).isTrue();
        assertThat(versions.view().find("btc")).hasValue(new Held(4, 2));
    }

    @Test
    void versions_of_any_size_are_compared_in_the_order_of_their_keys_and_who_listens_can_end_it() throws Exception {
        List<String> keys = IntStream.range(0, 1_250)
                .mapToObj(n -> String.format(Locale.ROOT, "k%04d", n))
                .toList();
        for (int i = 0; i < keys.size(); i += 50) {
            append(keys.subList(i, i + 50).stream()
                    .map(key -> traded(key, key.endsWith("7") ? -1 : 1))
                    .toList());
        }
        List.of("\uD83D\uDE00", "\uFFFF", "\u00E9", "K").forEach(key -> trade(key, -1));
        Versions<Held> versions = both().start();
        awaitBoth(versions);
        List<String> different =
                new ArrayList<>(keys.stream().filter(key -> key.endsWith("7")).toList());
        different.addFirst("K");
        assertThat(versions.compare(1, 2, 100)).extracting(Difference::key).isEqualTo(different.subList(0, 100));
        assertThat(versions.compare(1, 2, 1_000))
                .extracting(Difference::key)
                .startsWith(different.toArray(new String[0]))
                .hasSize(different.size() + 3)
                .contains("\uD83D\uDE00", "\uFFFF", "\u00E9");
        Heard heard = new Heard(Long.MAX_VALUE);
        assertThat(versions.compare(2, 2, 10, heard)).isEmpty();
        assertThat(heard.all()).hasSize(keys.size() + 4).endsWith("1254 keys");
        Heard impatient = new Heard(7);
        assertThatThrownBy(() -> versions.compare(1, 2, 10, impatient)).isInstanceOf(CancellationException.class);
        assertThat(impatient.all()).hasSize(7);
    }

    @Test
    void dropping_a_version_can_be_ended_and_done_on() throws InterruptedException {
        for (int i = 0; i < 1_250; i += 50) {
            append(IntStream.range(i, i + 50).mapToObj(n -> traded("k" + n, 1)).toList());
        }
        Versions<Held> versions = both().start();
        awaitBoth(versions);
        assertThatThrownBy(() -> versions.drop(2, new Heard(1))).isInstanceOf(CancellationException.class);
        assertThat(versions.isDropped(2)).as("nothing was removed yet").isFalse();
        Heard impatient = new Heard(2);
        assertThatThrownBy(() -> versions.drop(2, impatient)).isInstanceOf(CancellationException.class);
        assertThat(impatient.all()).containsExactly("0 keys", "1000 keys");
        assertThat(versions.isDropped(2)).isTrue();
        assertThat(storage.views().page("holdings@2", "", 1_000)).hasSize(250);
        versions.drop(2);
        assertThat(storage.views().page("holdings@2", "", 1_000)).isEmpty();
        assertThat(versions.view().page("", 2_000)).hasSize(1_250);
    }

    @Test
    void a_key_that_only_one_version_has_is_a_difference() throws InterruptedException {
        trade("btc", 5);
        trade("eth", 5);
        trade("xrp", 5);
        Versions<Held> versions = both().start();
        awaitBoth(versions);
        versions.cancel(2);
        try (Takeover vandal = new Takeover(storage.consumers(), "holdings@2")) {
            vandal.write(List.of(
                    new RowChange.Remove("holdings@2", "btc"),
                    new RowChange.Remove("holdings@2", "xrp"),
                    new RowChange.Put("holdings@2", ViewRow.of("doge", codec.encodeState(new Held(1, 1))))));
        }
        Optional<Held> held = Optional.of(new Held(5, 1));
        assertThat(versions.compare(1, 2, 10))
                .containsExactly(
                        new Difference<>("btc", held, Optional.empty()),
                        new Difference<>("doge", Optional.empty(), Optional.of(new Held(1, 1))),
                        new Difference<>("xrp", held, Optional.empty()));
    }

    @Test
    void a_new_version_waits_until_it_is_built_stands_still_when_that_is_cancelled_and_goes_on() throws Exception {
        trade("btc", 5);
        Versions<Held> versions = both().startBegun();
        assertThat(versions.awaitPosition(1, LONG)).isTrue();
        assertThat(storage.consumers().find("holdings@2")).isEmpty();
        versions.build(2);
        awaitBoth(versions);
        versions.cancel(2);
        assertThat(storage.consumers().find("holdings@2").orElseThrow().isFree())
                .as("nobody builds it any more")
                .isTrue();
        trade("btc", -1);
        assertThat(versions.awaitPosition(2, LONG)).isTrue();
        assertThat(storage.consumers().find("holdings@2").orElseThrow().checkpoint())
                .isEqualTo(1);
        versions.build(2);
        assertThat(versions.before()).isEmpty();
        assertThat(versions.switchTo(2, LONG)).isTrue();
        assertThat(versions.before()).hasValue(1);
        assertThat(versions.view().find("btc")).hasValue(new Held(-5, 2));
        assertThatThrownBy(() -> versions.cancel(2))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("switch to another");
        versions.close();
        trade("btc", 1);
        awaitBoth(both().startBegun());
    }

    @Test
    void a_version_that_is_not_served_can_be_dropped_for_good() throws InterruptedException {
        trade(40);
        Versions<Held> versions = both().start();
        awaitBoth(versions);
        assertThatThrownBy(() -> versions.drop(1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("switch to another");
        assertThat(versions.switchTo(2, LONG)).isTrue();
        assertThat(versions.isDropped(1)).isFalse();
        versions.drop(1);
        assertThat(versions.isDropped(1)).isTrue();
        assertThatThrownBy(() -> versions.build(1)).hasMessageContaining("was dropped");
        assertThat(storage.views().page("holdings@1", "", 10)).isEmpty();
        assertThat(versions.view().page("", 100)).isNotEmpty();
        assertThatThrownBy(() -> versions.switchTo(1, LONG)).hasMessageContaining("was dropped");
        projector.start();
        Waiting.until(
                "it refuses",
                () -> projector.consumer().health().diagnosis().contains("rows of holdings@1 were dropped"));
        trade(5);
        assertThat(versions.awaitPosition(log().head(), LONG)).isTrue();
        assertThat(storage.views().page("holdings@1", "", 10)).isEmpty();
    }

    @Test
    void who_was_not_given_the_version_that_is_served_is_told_so_and_serves_no_other() throws InterruptedException {
        trade("btc", 5);
        assertThat(versions(new Holdings()).start().awaitPosition(1, LONG)).isTrue();
        Versions<Held> newer = versions(new NextHoldings()).start();
        assertThat(newer.served()).isEqualTo(1);
        assertThatThrownBy(() -> newer.view().find("btc"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("version 1");
        assertThat(newer.switchTo(2, LONG)).isTrue();
        assertThat(newer.view().find("btc")).hasValue(new Held(5, 1));
    }
}
