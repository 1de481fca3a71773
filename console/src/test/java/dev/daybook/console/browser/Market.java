package dev.daybook.console.browser;

import dev.daybook.console.Console;
import dev.daybook.console.ConsoleBuilder;
import dev.daybook.console.security.Role;
import dev.daybook.console.security.Security;
import dev.daybook.core.Daybook;
import dev.daybook.core.context.Context;
import dev.daybook.core.repository.Repository;
import dev.daybook.jackson.JacksonCodec;
import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.Metadata;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.Tag;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.storage.Storage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.Random;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Some hundred orders of two days in a file, and a console over them. */
final class Market implements AutoCloseable {

    static final Instant MONDAY = Instant.parse("2026-03-02T09:30:00Z");

    /** The order with a history worth looking at. */
    static final String BUSY = "order_1";

    static final int FILLS = 40;

    private static final String[] TRADERS = {"alice", "bob", "carol", "desk-algo"};
    private static final String[] SYMBOLS = {"AMZN", "MSFT", "NVDA"};
    private static final int ORDERS = 120;

    private static @Nullable Market shared;

    final Daybook daybook;
    final URI root;
    private final Console console;
    private final Repository<Floor.Command, Floor.State, Floor.Event, String> orders;

    /** One that is filled, for tests that only look, or that mind nobody else's events; ends with this process. */
    static synchronized Market shared() {
        Market there = shared;
        if (there == null) {
            try {
                Path folder = Files.createTempDirectory("daybook-browser");
                there = new Market(folder, builder -> builder.security(Security.loopback(Role.OPERATOR))).filled();
                there.ends(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            shared = there;
        }
        return there;
    }

    private void ends(Path folder) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            close();
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
    }

    Market(Path folder) {
        this(folder, UnaryOperator.identity());
    }

    Market(Path folder, UnaryOperator<ConsoleBuilder> settings) {
        this.daybook = Daybook.builder(
                        Storage.open("sqlite:" + folder.resolve("market.db")),
                        JacksonCodec.of(Floor.Event.class, Floor.Command.class))
                .closesStorage()
                .build();
        this.orders = daybook.repository(new Floor(), daybook.journal(Floor.Command.class));
        this.console = settings.apply(Console.builder(daybook).aggregate("order_", new Floor()))
                .build();
        this.root = console.start(0);
    }

    /** Two days of trading, always the same. */
    Market filled() {
        Random random = new Random(7);
        place(BUSY, "AMZN", 4_000, "3372.20", "alice", 0);
        for (int i = 0; i < FILLS; i++) {
            BigDecimal price = new BigDecimal("3372.20").add(BigDecimal.valueOf(random.nextInt(300) - 150, 2));
            ask(BUSY, new Floor.Command.FillOrder(20 + random.nextInt(60), price), "matching-engine", 5 + i * 7);
        }
        ask(BUSY, new Floor.Command.FillOrder(1_000_000, BigDecimal.TEN), "matching-engine", 290);
        for (int i = 2; i <= ORDERS; i++) {
            String trader = TRADERS[random.nextInt(TRADERS.length)];
            int second = (i > ORDERS / 2 ? 86_400 : 300) + i * (20 + random.nextInt(60));
            int quantity = 10 + random.nextInt(90);
            place(
                    "order_" + i,
                    SYMBOLS[random.nextInt(SYMBOLS.length)],
                    quantity,
                    "100." + (10 + i % 80),
                    trader,
                    second);
            if (random.nextInt(4) > 0) {
                ask(
                        "order_" + i,
                        new Floor.Command.FillOrder(quantity, BigDecimal.valueOf(100)),
                        "matching-engine",
                        second + 3);
            } else {
                ask("order_" + i, new Floor.Command.CancelOrder("limit not reached"), trader, second + 9);
            }
        }
        return this;
    }

    void place(String order, String symbol, int quantity, String price, String trader, int second) {
        ask(order, new Floor.Command.PlaceOrder(symbol, "buy", quantity, new BigDecimal(price)), trader, second);
    }

    void ask(String order, Floor.Command command, String actor, int second) {
        var unused = orders.execute(
                order,
                command,
                Context.by(actor).correlatedWith("work-" + order).at(MONDAY.plusSeconds(second)));
    }

    /** An event of no known class, with anything in it. */
    UUID append(String aggregateId, String type, String json, Metadata metadata, Tag... tags) {
        UUID id = UUID.randomUUID();
        daybook.storage()
                .log()
                .append(Append.of(NewEvent.of(
                                id, aggregateId, EventType.of(type), Payload.json(json), MONDAY.plusSeconds(200_000))
                        .with(metadata)
                        .tagged(tags)));
        return id;
    }

    @Override
    public void close() {
        console.close();
        daybook.close();
    }
}
