package dev.daybook.examples.life;

import dev.daybook.core.Daybook;
import dev.daybook.core.consumer.ConsumerSettings;
import dev.daybook.core.context.Context;
import dev.daybook.core.process.ProcessRunner;
import dev.daybook.core.repository.Repository;
import dev.daybook.examples.desk.Side;
import dev.daybook.examples.desk.order.Order;
import dev.daybook.examples.desk.order.OrderCommand;
import dev.daybook.examples.desk.order.OrderCommand.FillOrder;
import dev.daybook.examples.desk.order.OrderCommand.PlaceOrder;
import dev.daybook.examples.desk.order.OrderEvent;
import dev.daybook.examples.desk.order.OrderRejection;
import dev.daybook.examples.desk.order.OrderState;
import dev.daybook.examples.desk.position.PositionEvent;
import dev.daybook.examples.life.AccountCommand.Deposit;
import dev.daybook.examples.life.LifeCommand.OfMarket;
import dev.daybook.jackson.JacksonCodec;
import dev.daybook.ports.storage.Storage;
import dev.daybook.sqlite.SqliteStorage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.UUID;

/** A desk on a file, with a market that fills a third of the orders, refuses a third, and says nothing to the others. */
final class Desk implements AutoCloseable {

    static final int WALLETS = 4;

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int ANSWERS = 3;
    private static final ConsumerSettings SETTINGS = ConsumerSettings.standard()
            .withLeaseValidity(Duration.ofMillis(500))
            .withAttempts(1_000_000, Duration.ofMillis(5), Duration.ofMillis(50));

    final Storage storage;
    final Daybook daybook;
    final ProcessRunner<LifeState, LifeCommand> trades;
    final Repository<AccountCommand, AccountState, AccountEvent, AccountRejection> accounts;
    final Repository<OrderCommand, OrderState, OrderEvent, OrderRejection> orders;

    Desk(Path file) {
        storage = SqliteStorage.open(file);
        var codec = JacksonCodec.of(OrderEvent.class, PositionEvent.class, AccountEvent.class);
        daybook = Daybook.builder(storage, codec).closesStorage().build();
        accounts = daybook.repository(new Account());
        orders = daybook.repository(new Order());
        trades = daybook.process(new TradeLife(PATIENCE), new LifeHandler(daybook, Desk::deal), SETTINGS)
                .start();
    }

    private static Market.Deal deal(String orderId, OfMarket order) {
        BigDecimal price = order.limitPrice().subtract(new BigDecimal("0.01"));
        return switch (Math.floorMod(orderId.hashCode(), ANSWERS)) {
            case 0 -> new Market.Filled(new FillOrder("trade_" + orderId, order.quantity(), price));
            case 1 -> new Market.Refused("nobody sells");
            default -> new Market.Silent();
        };
    }

    static String wallet(int number) {
        return "wallet_" + number;
    }

    void deposit(String walletId, BigDecimal amount) {
        var unused = accounts.execute(walletId, new Deposit(amount, "cash"), Context.by("teller"));
    }

    /** An order of a random wallet; now and then one that it cannot pay. */
    String place(Random random) {
        return place("order_" + UUID.randomUUID(), random);
    }

    String place(String id, Random random) {
        BigDecimal price = new BigDecimal(random.nextInt(1, 100_000)).movePointLeft(2);
        BigDecimal quantity = random.nextInt(10) == 0
                ? new BigDecimal("1000000000000")
                : new BigDecimal(random.nextInt(1, 1_000)).divide(BigDecimal.TEN, 1, RoundingMode.UNNECESSARY);
        String walletId = wallet(random.nextInt(WALLETS));
        var unused =
                orders.execute(id, new PlaceOrder(walletId, "BTC", Side.BUY, quantity, price), Context.by("trader"));
        return id;
    }

    @Override
    public void close() {
        trades.close();
        daybook.close();
    }
}
