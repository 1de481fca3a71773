package dev.daybook.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.core.consumer.ConsumerParts;
import dev.daybook.core.consumer.ConsumerSettings;
import dev.daybook.core.consumer.Leases;
import dev.daybook.core.projection.Projection;
import dev.daybook.core.projection.Projector;
import dev.daybook.core.projection.Recorded;
import dev.daybook.core.projection.View;
import dev.daybook.ports.consumer.ConsumerState;
import dev.daybook.ports.consumer.Lease;
import dev.daybook.ports.consumer.Progress;
import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.view.RowChange;
import dev.daybook.ports.view.SortKey;
import dev.daybook.ports.view.ViewRow;
import dev.daybook.testkit.codec.ObjectCodec;
import dev.daybook.testkit.time.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Views that are kept beside the log. */
@SuppressWarnings("NullAway.Init") // JUnit fills the fields before each test
abstract class ViewContract extends Suite {

    private static final Duration LONG = Duration.ofMinutes(2);

    record Traded(String symbol, long quantity) {}

    record Held(long quantity, int trades) {}

    /** What is held of each symbol. */
    static final class Holdings implements Projection<Held, Traded> {

        @Override
        public String name() {
            return "holdings";
        }

        @Override
        public Class<Traded> eventClass() {
            return Traded.class;
        }

        @Override
        public Class<Held> stateClass() {
            return Held.class;
        }

        @Override
        public Held initial() {
            return new Held(0, 0);
        }

        @Override
        public Optional<String> key(Recorded<Traded> event) {
            return event.event().quantity() == 0
                    ? Optional.empty()
                    : Optional.of(event.event().symbol());
        }

        @Override
        public Held apply(Held state, Recorded<Traded> event) {
            if (event.event().quantity() == Long.MIN_VALUE) {
                throw new ArithmeticException("too little");
            }
            return new Held(state.quantity() + event.event().quantity(), state.trades() + 1);
        }

        @Override
        public String sort(Held state) {
            return String.format(java.util.Locale.ROOT, "%05d", state.trades());
        }
    }

    private final ObjectCodec codec = ObjectCodec.of(Traded.class);
    private Leases leases;
    private Projector<Held, Traded> projector;

    @BeforeEach
    void make_the_projector() {
        leases = new Leases(storage.consumers());
        projector = projector(leases, 50);
    }

    @AfterEach
    void stop_the_projector() {
        projector.close();
        leases.close();
    }

    private Projector<Held, Traded> projector(Leases own, int batch) {
        ConsumerSettings settings = ConsumerSettings.standard()
                .withBatch(batch)
                .withLeaseValidity(Duration.ofSeconds(1))
                .withAttempts(2, Duration.ofMillis(1), Duration.ofMillis(1));
        return new Projector<>(new Holdings(), codec, settings, new ConsumerParts(storage, codec, own, clock));
    }

    private void trade(String symbol, long quantity) {
        Traded event = new Traded(symbol, quantity);
        append(NewEvent.of(
                Samples.id(), "trade_" + symbol, EventType.of(Traded.class), codec.encode(event), SettableClock.START));
    }

    private void trade(int count) {
        Random random = new Random(count);
        for (int i = 0; i < count; i++) {
            trade("s" + random.nextInt(20), 1 + random.nextInt(9));
        }
    }

    private void awaitHead() throws InterruptedException {
        assertThat(projector.consumer().awaitPosition(log().head(), LONG))
                .as(() -> projector.consumer().health().toString())
                .isTrue();
    }

    private Map<String, Held> stored() {
        return projector.view().page("", 1_000).stream()
                .collect(java.util.stream.Collectors.toMap(View.Entry::key, View.Entry::state));
    }

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
        try (Projector<Held, Traded> other = projector(others, 7)) {
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
}
