package dev.daybook.examples.demo.live;

import dev.daybook.cli.terminal.EndSignal;
import dev.daybook.core.Daybook;
import dev.daybook.core.context.Context;
import dev.daybook.core.repository.ExecuteResult;
import dev.daybook.core.repository.ExecuteResult.Stored;
import dev.daybook.core.repository.Repository;
import dev.daybook.examples.desk.Side;
import dev.daybook.examples.desk.order.Order;
import dev.daybook.examples.desk.order.OrderCommand;
import dev.daybook.examples.desk.order.OrderCommand.CancelOrder;
import dev.daybook.examples.desk.order.OrderCommand.FillOrder;
import dev.daybook.examples.desk.order.OrderCommand.PlaceOrder;
import dev.daybook.examples.desk.order.OrderEvent;
import dev.daybook.examples.desk.order.OrderRejection;
import dev.daybook.examples.desk.order.OrderState;
import dev.daybook.examples.desk.trade.ExecuteTrade;
import dev.daybook.examples.desk.trade.Trade;
import dev.daybook.examples.desk.trade.TradeEvent;
import dev.daybook.examples.desk.trade.TradeRejection;
import dev.daybook.examples.desk.trade.TradeState;
import dev.daybook.examples.desk.wallet.Wallet;
import dev.daybook.examples.desk.wallet.WalletCommand;
import dev.daybook.examples.desk.wallet.WalletCommand.ChangeBalance;
import dev.daybook.examples.desk.wallet.WalletCommand.ConnectWallet;
import dev.daybook.examples.desk.wallet.WalletEvent;
import dev.daybook.examples.desk.wallet.WalletRejection;
import dev.daybook.examples.desk.wallet.WalletState;
import dev.daybook.ports.event.StoredEvent;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** The desk after the week: trading goes on, some events a second. Its orders have a journal. */
final class LiveDesk {

    /** What the correlation id of each of its events begins with. */
    private static final String CORRELATION = "live-";

    private static final List<String> TRADERS = List.of("alice", "bruno", "chloe", "david", "elena");
    private static final List<String> SYMBOLS = List.of("AMZN", "AAPL", "MSFT", "NVDA", "GOOG", "TSLA");
    private static final List<String> OTHERS = List.of("NSDQ", "ARCA", "BATS", "IEXG", "EDGX");
    private static final String ENGINE = "matching-engine";
    private static final String DOLLARS = "USD";
    private static final BigDecimal CAPITAL = new BigDecimal("1500000.00");
    private static final Duration BETWEEN = Duration.ofMillis(350);
    private static final int MOST_OPEN = 12;

    /** An order that can still be filled. */
    private record Open(
            String id, String trader, String symbol, Side side, BigDecimal limit, BigDecimal left, UUID cause) {}

    private final Repository<OrderCommand, OrderState, OrderEvent, OrderRejection> orders;
    private final Repository<ExecuteTrade, TradeState, TradeEvent, TradeRejection> trades;
    private final Repository<WalletCommand, WalletState, WalletEvent, WalletRejection> wallets;
    private final Random random;
    private final List<Open> open = new ArrayList<>();

    LiveDesk(Daybook daybook, Random random) {
        this.random = random;
        this.orders = daybook.repository(new Order(), daybook.journal(OrderCommand.class));
        this.trades = daybook.repository(new Trade());
        this.wallets = daybook.repository(new Wallet());
    }

    /** Until the end comes, which is never in the midst of an action. */
    void trade(EndSignal end) {
        begin();
        do {
            act();
        } while (!end.within(BETWEEN.plusMillis(random.nextInt(400))));
    }

    void begin() {
        TRADERS.forEach(this::open);
    }

    /** One thing that somebody does. */
    void act() {
        int dice = random.nextInt(10);
        if (open.isEmpty() || (dice < 4 && open.size() < MOST_OPEN)) {
            place();
        } else if (dice == 9) {
            cancel(open.remove(random.nextInt(open.size())));
        } else {
            fill(open.remove(random.nextInt(open.size())));
        }
    }

    /** Rejected where it is open already. */
    private void open(String trader) {
        Context context = Context.by(trader).correlatedWith(CORRELATION + wallet(trader));
        if (wallets.execute(wallet(trader), new ConnectWallet(trader, "bank"), context) instanceof Stored<?, ?, ?>) {
            change(trader, CAPITAL, "capital", context);
        }
    }

    private void place() {
        String trader = TRADERS.get(random.nextInt(TRADERS.size()));
        String symbol = SYMBOLS.get(random.nextInt(SYMBOLS.size()));
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        BigDecimal quantity = BigDecimal.valueOf(20 + 10L * random.nextInt(30));
        BigDecimal limit = BigDecimal.valueOf(18_000L + 1_000L * SYMBOLS.indexOf(symbol) + random.nextInt(900), 2);
        String id = "order_" + trader + "_" + UUID.randomUUID().toString().substring(0, 8);
        var result = orders.execute(
                id,
                new PlaceOrder(wallet(trader), symbol, side, quantity, limit),
                context(trader, id, Optional.empty()));
        last(result).ifPresent(cause -> open.add(new Open(id, trader, symbol, side, limit, quantity, cause)));
    }

    /** Now and then the engine asks for more than is left, and is rejected. */
    private void fill(Open order) {
        BigDecimal part = random.nextInt(12) == 0
                ? order.left().add(BigDecimal.TEN)
                : order.left().min(BigDecimal.valueOf(10 + 10L * random.nextInt(15)));
        BigDecimal better = BigDecimal.valueOf(random.nextInt(40), 2);
        BigDecimal price = order.side() == Side.BUY
                ? order.limit().subtract(better)
                : order.limit().add(better);
        String id = "trade_" + UUID.randomUUID().toString().substring(0, 8);
        var filled = last(orders.execute(
                order.id(), new FillOrder(id, part, price), context(ENGINE, order.id(), Optional.of(order.cause()))));
        if (filled.isEmpty()) {
            open.add(order);
            return;
        }
        String other = OTHERS.get(random.nextInt(OTHERS.size()));
        Optional<UUID> traded = last(trades.execute(
                id,
                new ExecuteTrade(order.id(), order.symbol(), order.side(), part, price, other),
                context(ENGINE, order.id(), filled)));
        BigDecimal value = part.multiply(price);
        change(
                order.trader(),
                order.side() == Side.BUY ? value.negate() : value,
                id,
                context(ENGINE, order.id(), traded));
        BigDecimal left = order.left().subtract(part);
        if (left.signum() > 0) {
            open.add(new Open(
                    order.id(), order.trader(), order.symbol(), order.side(), order.limit(), left, filled.get()));
        }
    }

    private void cancel(Open order) {
        var unused = orders.execute(
                order.id(),
                new CancelOrder("market moved away"),
                context(order.trader(), order.id(), Optional.of(order.cause())));
    }

    private void change(String trader, BigDecimal change, String reason, Context context) {
        var unused = wallets.execute(wallet(trader), new ChangeBalance(DOLLARS, change, reason), context);
    }

    private static Context context(String actor, String order, Optional<UUID> cause) {
        Context context = Context.by(actor).correlatedWith(CORRELATION + order);
        return cause.map(context::causedBy).orElse(context);
    }

    private static Optional<UUID> last(ExecuteResult<?, ?, ?> result) {
        return result instanceof Stored<?, ?, ?> stored
                ? Optional.of(stored.stored().getLast()).map(StoredEvent::id)
                : Optional.empty();
    }

    private static String wallet(String trader) {
        return "wallet_live_" + trader;
    }
}
