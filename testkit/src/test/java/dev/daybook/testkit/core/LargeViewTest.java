package dev.daybook.testkit.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.core.consumer.ConsumerParts;
import dev.daybook.core.consumer.ConsumerSettings;
import dev.daybook.core.consumer.Leases;
import dev.daybook.core.consumer.Takeover;
import dev.daybook.core.projection.Projection;
import dev.daybook.core.projection.Projector;
import dev.daybook.core.projection.Recorded;
import dev.daybook.core.projection.ViewProgress;
import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.AppendResult;
import dev.daybook.ports.storage.Storage;
import dev.daybook.ports.view.RowChange;
import dev.daybook.ports.view.ViewRow;
import dev.daybook.testkit.codec.ObjectCodec;
import dev.daybook.testkit.memory.InMemoryStorage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A view of more keys than are compared with the log at once. */
final class LargeViewTest {

    private static final int KEYS = 510_000;
    private static final int BATCH = 5_000;

    record Count(int events) {}

    /** How many events each aggregate has. */
    private static final class Counts implements Projection<Count, StoredEvent> {
        @Override
        public String name() {
            return "counts";
        }

        @Override
        public Class<StoredEvent> eventClass() {
            return StoredEvent.class;
        }

        @Override
        public Class<Count> stateClass() {
            return Count.class;
        }

        @Override
        public Count initial() {
            return new Count(0);
        }

        @Override
        public Optional<String> key(Recorded<StoredEvent> event) {
            return Optional.of(event.aggregateId());
        }

        @Override
        public Count apply(Count state, Recorded<StoredEvent> event) {
            return new Count(state.events() + 1);
        }
    }

    /** Counts how often the log is read from its beginning. */
    private static final class Rounds implements ViewProgress {
        private final AtomicInteger begun = new AtomicInteger();
        private long last = Long.MAX_VALUE;
        private long keys;

        @Override
        public void folded(long position, long upTo) {
            if (position <= last) {
                begun.incrementAndGet();
            }
            last = position;
        }

        @Override
        public void seen(long count) {
            keys = count;
        }
    }

    @Test
    void it_is_compared_part_by_part_and_every_key_that_differs_is_named() throws InterruptedException {
        ObjectCodec codec = ObjectCodec.of();
        try (Storage storage = new InMemoryStorage();
                Leases leases = new Leases(storage.consumers());
                Projector<Count, StoredEvent> counts = new Projector<>(
                        new Counts(),
                        codec,
                        ConsumerSettings.standard().withBatch(BATCH),
                        new ConsumerParts(storage, codec, leases, Clock.systemUTC()))) {
            fill(storage);
            counts.start();
            assertThat(counts.consumer().awaitPosition(KEYS, Duration.ofMinutes(1)))
                    .isTrue();
            Rounds rounds = new Rounds();
            assertThat(counts.verify(rounds)).isEmpty();
            assertThat(rounds.begun).hasValue(3);
            assertThat(rounds.keys).isEqualTo(KEYS);

            counts.consumer().close();
            List<String> different = new ArrayList<>();
            try (Takeover vandal = new Takeover(storage.consumers(), "counts@1")) {
                for (int i = 0; i < 100; i++) {
                    different.add("a" + (100_000 + i));
                    different.add("b" + (100_000 + i));
                    assertThat(vandal.write(List.of(
                                    new RowChange.Remove("counts@1", "a" + (100_000 + i)),
                                    new RowChange.Put(
                                            "counts@1",
                                            ViewRow.of("b" + (100_000 + i), codec.encodeState(new Count(1)))))))
                            .isTrue();
                }
            }
            assertThat(counts.verify()).isEqualTo(different.stream().sorted().toList());
        }
    }

    private static void fill(Storage storage) {
        for (int i = 0; i < KEYS; i += BATCH) {
            List<NewEvent> batch = new ArrayList<>(BATCH);
            for (int key = i; key < i + BATCH; key++) {
                batch.add(NewEvent.of(
                        new UUID(0, key + 1), "a" + key, EventType.of("seen"), Payload.json("{}"), Instant.EPOCH));
            }
            assertThat(storage.log().append(Append.of(batch))).isInstanceOf(AppendResult.Stored.class);
        }
    }
}
