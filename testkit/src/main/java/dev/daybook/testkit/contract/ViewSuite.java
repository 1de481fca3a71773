package dev.daybook.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.core.consumer.ConsumerParts;
import dev.daybook.core.consumer.ConsumerSettings;
import dev.daybook.core.consumer.Leases;
import dev.daybook.core.projection.Projection;
import dev.daybook.core.projection.Projector;
import dev.daybook.core.projection.Recorded;
import dev.daybook.core.projection.View;
import dev.daybook.core.projection.ViewProgress;
import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.testkit.codec.ObjectCodec;
import dev.daybook.testkit.time.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What the suites of views stand on: trades of symbols, and a view of what is held of each. */
@SuppressWarnings("NullAway.Init") // JUnit fills the fields before each test
abstract class ViewSuite extends Suite {

    static final String NAME = "holdings";
    static final Duration LONG = Duration.ofMinutes(2);

    record Traded(String symbol, long quantity) {}

    record Held(long quantity, int trades) {}

    /** What is held of each symbol. */
    static class Holdings implements Projection<Held, Traded> {

        @Override
        public String name() {
            return NAME;
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
            return String.format(Locale.ROOT, "%05d", state.trades());
        }
    }

    /** Notes what it is told, and has enough after so many steps. */
    static final class Heard implements ViewProgress {

        private final long enough;
        private final List<String> all = new ArrayList<>();

        Heard(long enough) {
            this.enough = enough;
        }

        @Override
        public void folded(long position, long upTo) {
            note(position + " of " + upTo);
        }

        @Override
        public void seen(long keys) {
            note(keys + " keys");
        }

        private void note(String step) {
            all.add(step);
            if (all.size() == enough) {
                throw new CancellationException();
            }
        }

        List<String> all() {
            return all;
        }
    }

    final ObjectCodec codec = ObjectCodec.of(Traded.class);
    Leases leases;
    Projector<Held, Traded> projector;

    @BeforeEach
    void make_the_projector() {
        leases = new Leases(storage.consumers());
        projector = projector(new Holdings(), leases, 50);
    }

    @AfterEach
    void stop_the_projector() {
        projector.close();
        leases.close();
    }

    static ConsumerSettings settings(int batch) {
        return ConsumerSettings.standard()
                .withBatch(batch)
                .withLeaseValidity(Duration.ofSeconds(1))
                .withAttempts(2, Duration.ofMillis(1), Duration.ofMillis(1));
    }

    ConsumerParts parts(Leases own) {
        return new ConsumerParts(storage, codec, own, clock);
    }

    Projector<Held, Traded> projector(Projection<Held, Traded> projection, Leases own, int batch) {
        return new Projector<>(projection, codec, settings(batch), parts(own));
    }

    void trade(String symbol, long quantity) {
        append(traded(symbol, quantity));
    }

    void trade(int count) {
        Random random = new Random(count);
        for (int i = 0; i < count; i += 5) {
            append(IntStream.range(0, Math.min(5, count - i))
                    .mapToObj(n -> traded("s" + random.nextInt(20), 1 + random.nextInt(9)))
                    .toList());
        }
    }

    NewEvent traded(String symbol, long quantity) {
        Traded event = new Traded(symbol, quantity);
        return NewEvent.of(
                Samples.id(), "trade_" + symbol, EventType.of(Traded.class), codec.encode(event), SettableClock.START);
    }

    void awaitHead() throws InterruptedException {
        assertThat(projector.consumer().awaitPosition(log().head(), LONG))
                .as(() -> projector.consumer().health().toString())
                .isTrue();
    }

    Map<String, Held> stored() {
        return projector.view().page("", 1_000).stream().collect(Collectors.toMap(View.Entry::key, View.Entry::state));
    }
}
