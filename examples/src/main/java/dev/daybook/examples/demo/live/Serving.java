package dev.daybook.examples.demo.live;

import dev.daybook.cli.terminal.EndSignal;
import dev.daybook.cli.terminal.Problem;
import dev.daybook.console.Console;
import dev.daybook.console.ConsoleBuilder;
import dev.daybook.console.security.Role;
import dev.daybook.console.security.Security;
import dev.daybook.core.Daybook;
import dev.daybook.core.consumer.ConsumerSettings;
import dev.daybook.core.consumer.EventConsumer;
import dev.daybook.core.overview.EventCounts;
import dev.daybook.core.projection.Projector;
import dev.daybook.examples.desk.order.Order;
import dev.daybook.examples.desk.position.Position;
import dev.daybook.examples.desk.setting.Settings;
import dev.daybook.examples.desk.trade.Trade;
import dev.daybook.examples.desk.volume.Volumes;
import dev.daybook.examples.desk.wallet.Wallet;
import dev.daybook.examples.exchange.feed.Feed;
import dev.daybook.examples.exchange.order.ExchangeOrder;
import dev.daybook.examples.exchange.trade.ExchangeTrade;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The console over the desk, with what follows its log. */
public final class Serving implements AutoCloseable {

    private static final String FEED = "feed_";

    private final Daybook daybook;
    private final Projector<?, ?> types;
    private final Projector<?, ?> volumes;
    private final EventConsumer mail;
    private final Console console;
    private final URI address;

    /** On a log of the desk, and at a port of this machine, 0 for any that is free. */
    public Serving(Daybook daybook, int port) {
        this.daybook = daybook;
        this.types = daybook.projector(EventCounts.perType());
        this.volumes = daybook.projector(new Volumes());
        this.mail = daybook.consumer(
                "mail-to-traders",
                Query.types("order_cancelled"),
                new Mail(),
                ConsumerSettings.standard()
                        .withAttempts(1, Duration.ofMillis(1), Duration.ofMillis(1))
                        .whenFailing(ConsumerSettings.WhenFailing.PARK_EVENT));
        this.console = console();
        try {
            this.address = console.start(port);
        } catch (RuntimeException failure) {
            console.close();
            throw failure;
        }
        types.start();
        volumes.start();
        mail.start();
    }

    /**
     * Looks whether the console could listen there, before much is done that it would only be told after.
     *
     * @throws Problem if another program does
     */
    public static void requireFree(int port) {
        try {
            new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
        } catch (IOException e) {
            throw new Problem(
                    "port %d cannot be listened on (%s); give another with --port, or --port 0 for any that is free"
                            .formatted(port, e.getMessage()),
                    e);
        }
    }

    private Console console() {
        ConsoleBuilder builder = Console.builder(daybook)
                .aggregate("order_", new Order())
                .aggregate("position_", new Position())
                .aggregate("wallet_", new Wallet())
                .aggregate("trade_", new Trade())
                .aggregate("settings", new Settings())
                .aggregate(FEED, new Feed())
                .view(types)
                .view(volumes)
                .consumer(mail)
                .security(Security.loopback(Role.OPERATOR));
        for (String day : recordedDays()) {
            builder.aggregate("order_" + day + "_", new ExchangeOrder())
                    .aggregate("trade_" + day + "_", new ExchangeTrade());
        }
        return builder.build();
    }

    /** The stocks and days of exchanges that are in the log, as the ids of their orders have them. */
    private List<String> recordedDays() {
        List<String> days = new ArrayList<>();
        try (EventCursor opened = daybook.storage().log().read(Query.types("feed_opened"), Range.all())) {
            while (opened.hasNext()) {
                StoredEvent event = opened.next();
                days.add(event.aggregateId().substring(FEED.length()));
            }
        }
        return days;
    }

    /** Where it is reached. */
    public URI address() {
        return address;
    }

    /** Trades on, on the caller's thread, until the end comes. */
    public void tradeUntil(EndSignal end) {
        new LiveDesk(daybook, new Random()).trade(end);
    }

    @Override
    public void close() {
        console.close();
        mail.close();
        volumes.close();
        types.close();
    }
}
