package dev.daybook.testkit.contract;

import dev.daybook.core.consumer.ConsumerParts;
import dev.daybook.core.consumer.ConsumerSettings;
import dev.daybook.core.consumer.EventConsumer;
import dev.daybook.core.consumer.Leases;
import dev.daybook.core.projection.Projector;
import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.storage.Storage;
import dev.daybook.testkit.contract.ViewSuite.Held;
import dev.daybook.testkit.contract.ViewSuite.Holdings;
import dev.daybook.testkit.contract.ViewSuite.Traded;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A log of trades with what follows it, a consumer and a projection, in small steps; others take either over soon. */
record Followed(EventConsumer tally, Projector<Held, Traded> holdings) implements AutoCloseable {

    /** By name, as the storage knows them. */
    static final List<String> CONSUMERS = List.of(Tally.NAME, ViewSuite.NAME + "@1");

    private static final TextCodec CODEC = TextCodec.of(Traded.class);
    private static final int AGGREGATES = 10;
    private static final int SYMBOLS = 7;
    private static final ConsumerSettings SETTINGS = ConsumerSettings.standard()
            .withBatch(7)
            .withLeaseValidity(Duration.ofMillis(300))
            .withAttempts(1_000_000, Duration.ofMillis(5), Duration.ofMillis(50));

    static Followed start(Storage storage) {
        ConsumerParts parts = new ConsumerParts(storage, CODEC, new Leases(storage.consumers()), Clock.systemUTC());
        return new Followed(
                Tally.start(storage, SETTINGS, parts), new Projector<>(new Holdings(), CODEC, SETTINGS, parts).start());
    }

    /** One of many trades. */
    static NewEvent event(long number) {
        Traded traded = new Traded("s" + number % SYMBOLS, 1 + number % SYMBOLS);
        return NewEvent.of(
                Samples.id(),
                "order_" + number % AGGREGATES,
                EventType.of(Traded.class),
                CODEC.encode(traded),
                Instant.now());
    }

    @Override
    public void close() {
        tally.close();
        holdings.close();
    }
}
