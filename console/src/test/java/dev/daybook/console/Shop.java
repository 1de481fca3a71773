package dev.daybook.console;

import dev.daybook.core.Daybook;
import dev.daybook.core.context.Context;
import dev.daybook.jackson.JacksonCodec;
import dev.daybook.ports.event.Sensitive;
import dev.daybook.ports.storage.Storage;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** A small log in a file, and a console over it. */
final class Shop implements AutoCloseable {

    /** What happens in the shop. */
    sealed interface Event {
        /** Somebody ordered something. */
        record Ordered(
                String article, int amount, @Sensitive String customer) implements Event {}

        /** Some of it was sent. */
        record Sent(int amount) implements Event {}
    }

    static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    final Daybook daybook;
    final Console console;
    final URI uri;
    final Client client;

    Shop(Path folder, UnaryOperator<ConsoleBuilder> settings) {
        this(Storage.open("sqlite:" + folder.resolve("shop.db")), settings);
    }

    Shop(Storage storage, UnaryOperator<ConsoleBuilder> settings) {
        this.daybook = Daybook.builder(storage, JacksonCodec.of(Event.class))
                .closesStorage()
                .build();
        this.console = settings.apply(Console.builder(daybook)).build();
        this.uri = console.start(0);
        this.client = new Client(uri);
    }

    /** Two orders, one of which is sent: three events. */
    void recordOrders() {
        record(new Event.Ordered("lamp", 3, "Ada"), "order_1", "alice", 0);
        record(new Event.Ordered("chair", 1, "Bob"), "order_2", "alice", 1);
        record(new Event.Sent(2), "order_1", "alice", 2);
    }

    /** Records an event that happened some seconds after noon, and waits until it is stored. */
    void record(Object event, String aggregateId, String actor, int second) {
        daybook.auditTrail().record(event, aggregateId, Context.by(actor).at(NOON.plusSeconds(second)));
        if (!daybook.auditTrail().flush(Duration.ofSeconds(10))) {
            throw new IllegalStateException("not stored");
        }
    }

    @Override
    public void close() {
        console.close();
        daybook.close();
    }
}
