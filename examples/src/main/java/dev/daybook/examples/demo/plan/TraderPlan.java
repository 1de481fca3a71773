package dev.daybook.examples.demo.plan;

import dev.daybook.examples.demo.plan.Action.ToOrder;
import dev.daybook.examples.demo.plan.Action.ToPosition;
import dev.daybook.examples.demo.plan.Action.ToTrade;
import dev.daybook.examples.demo.plan.Action.ToWallet;
import dev.daybook.examples.desk.Side;
import dev.daybook.examples.desk.order.OrderCommand.CancelOrder;
import dev.daybook.examples.desk.order.OrderCommand.FillOrder;
import dev.daybook.examples.desk.order.OrderCommand.PlaceOrder;
import dev.daybook.examples.desk.position.Direction;
import dev.daybook.examples.desk.position.PositionCommand.ClosePosition;
import dev.daybook.examples.desk.position.PositionCommand.OpenPosition;
import dev.daybook.examples.desk.trade.ExecuteTrade;
import dev.daybook.examples.desk.wallet.WalletCommand.ChangeBalance;
import dev.daybook.examples.desk.wallet.WalletCommand.ConnectWallet;
import dev.daybook.examples.desk.wallet.WalletCommand.DisconnectWallet;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** One trader's week: takes positions long and short, leaves them again, and cancels what does not come about. */
final class TraderPlan {

    /** The most events that one round can need: two orders of four fills, their placing, and the position. */
    private static final int LONGEST_ROUND = 2 * (1 + 4 * 3) + 2;

    private static final BigDecimal CAPITAL = new BigDecimal("1500000.00");
    private static final double USUAL_ROUND = 16;
    private static final List<String> OTHERS = List.of("NSDQ", "ARCA", "BATS", "IEXG", "EDGX");
    private static final List<String> REASONS =
            List.of("market moved away", "replaced by another order", "end of day", "risk limit reached");

    private final Script script;
    private final String name;
    private final String wallet;
    private final double pace;
    private double now;
    private int order;
    private int trade;
    private int position;

    private TraderPlan(Script script, String name) {
        this.script = script;
        this.name = name;
        this.wallet = "wallet_" + name;
        this.pace = Market.OPEN_SECONDS / (script.left() / USUAL_ROUND);
        this.now = script.random().nextDouble() * pace / 2;
    }

    static Script of(String name, int quota, long seed) {
        Script script = new Script(name, quota, seed);
        new TraderPlan(script, name).write();
        return script;
    }

    private void write() {
        UUID connected = wallet(null, new ConnectWallet(name, "bank"));
        wallet(connected, new ChangeBalance("USD", CAPITAL, "capital"));
        while (script.left() > LONGEST_ROUND) {
            if (script.random().nextInt(6) == 0) {
                cancelledOrder();
            } else {
                round();
            }
            pass(pace * (0.4 + script.random().nextDouble()) * 0.6);
        }
        while (script.left() > 1) {
            wallet(null, new ChangeBalance("USD", new BigDecimal("0.25"), "interest"));
            pass(30);
        }
        wallet(null, new DisconnectWallet("end of the week"));
    }

    private UUID wallet(
            @org.jspecify.annotations.Nullable UUID cause, dev.daybook.examples.desk.wallet.WalletCommand command) {
        pass(1);
        return script.add(now, "demo-" + wallet, cause, new ToWallet(wallet, command));
    }

    private void cancelledOrder() {
        String id = nextOrder();
        String symbol = symbol();
        UUID placed = place(id, symbol, Side.BUY, quantity(), -0.01);
        pass(20 + script.random().nextInt(900));
        String reason = REASONS.get(script.random().nextInt(REASONS.size()));
        script.add(now, "demo-" + id, placed, new ToOrder(id, new CancelOrder(reason)));
    }

    private void round() {
        String symbol = symbol();
        Direction direction = script.random().nextInt(3) == 0 ? Direction.SHORT : Direction.LONG;
        BigDecimal quantity = quantity();
        String held = "position_%s_%d".formatted(name, ++position);
        boolean isLong = direction == Direction.LONG;
        BigDecimal entry = trade(symbol, isLong ? Side.BUY : Side.SELL, quantity);
        script.add(
                now,
                "demo-" + held,
                null,
                new ToPosition(held, new OpenPosition(wallet, symbol, direction, quantity, entry)));
        pass(pace * script.random().nextDouble() * 0.3);
        BigDecimal exit = trade(symbol, isLong ? Side.SELL : Side.BUY, quantity);
        script.add(now, "demo-" + held, null, new ToPosition(held, new ClosePosition(exit)));
    }

    /** Places an order and fills it to its end; answers the price of the last fill. */
    private BigDecimal trade(String symbol, Side side, BigDecimal quantity) {
        String id = nextOrder();
        UUID cause = place(id, symbol, side, quantity, side == Side.BUY ? 0.02 : -0.02);
        int fills = 1 + script.random().nextInt(4);
        BigDecimal left = quantity;
        BigDecimal price = BigDecimal.ONE;
        for (int fill = fills; fill > 0; fill--) {
            pass(0.2 + script.random().nextDouble() * 90);
            BigDecimal part = fill == 1 ? left : part(left, fill);
            price = Market.price(symbol, now);
            cause = fill(id, symbol, side, part, price, cause);
            left = left.subtract(part);
        }
        return price;
    }

    private UUID fill(String id, String symbol, Side side, BigDecimal part, BigDecimal price, UUID cause) {
        String tradeId = "trade_%s_%d".formatted(name, ++trade);
        String other = OTHERS.get(script.random().nextInt(OTHERS.size()));
        BigDecimal value = part.multiply(price);
        BigDecimal change = side == Side.BUY ? value.negate() : value;
        return script.add(
                now,
                "demo-" + id,
                cause,
                new ToTrade(tradeId, new ExecuteTrade(id, symbol, side, part, price, other)),
                new ToOrder(id, new FillOrder(tradeId, part, price)),
                new ToWallet(wallet, new ChangeBalance("USD", change, tradeId)));
    }

    private UUID place(String id, String symbol, Side side, BigDecimal quantity, double room) {
        pass(1);
        BigDecimal limit = Market.moved(Market.price(symbol, now), room);
        return script.add(
                now, "demo-" + id, null, new ToOrder(id, new PlaceOrder(wallet, symbol, side, quantity, limit)));
    }

    private BigDecimal part(BigDecimal left, int fills) {
        int most = Math.max(1, left.intValue() * 2 / fills - 1);
        int part = Math.min(1 + script.random().nextInt(most), left.intValue() - fills + 1);
        return BigDecimal.valueOf(Math.max(1, part));
    }

    private BigDecimal quantity() {
        return BigDecimal.valueOf(20 + 10L * script.random().nextInt(30));
    }

    private String symbol() {
        return Market.SYMBOLS.get(script.random().nextInt(Market.SYMBOLS.size()));
    }

    private String nextOrder() {
        return "order_%s_%d".formatted(name, ++order);
    }

    private void pass(double seconds) {
        now = Math.min(now + seconds, Market.OPEN_SECONDS - 1);
    }
}
