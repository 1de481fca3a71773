package dev.daybook.benchmarks;

import dev.daybook.core.aggregate.Aggregate;
import dev.daybook.examples.desk.DeskEvent;
import dev.daybook.examples.desk.Side;
import dev.daybook.examples.desk.catalog.DeskEvents;
import dev.daybook.examples.desk.order.Order;
import dev.daybook.examples.desk.order.OrderEvent.OrderCancelled;
import dev.daybook.examples.desk.order.OrderEvent.OrderFilled;
import dev.daybook.examples.desk.order.OrderEvent.OrderPlaced;
import dev.daybook.examples.desk.position.Direction;
import dev.daybook.examples.desk.position.PositionEvent.PositionClosed;
import dev.daybook.examples.desk.position.PositionEvent.PositionOpened;
import dev.daybook.examples.desk.setting.SettingEvent.SettingChanged;
import dev.daybook.examples.desk.trade.TradeEvent.TradeExecuted;
import dev.daybook.examples.desk.wallet.Wallet;
import dev.daybook.examples.desk.wallet.WalletEvent.BalanceChanged;
import dev.daybook.jackson.JacksonCodec;
import dev.daybook.ports.event.EventIds;
import dev.daybook.ports.event.Metadata;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Tag;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The events of a trading desk, any number of them: each order has eight, with frequent and rare types, actors, tags and words. */
final class DeskTrading {

    /** How many events an order has, with its trades, its position and what its wallet has of it. */
    static final int EACH = 8;

    static final Instant START = Instant.parse("2026-01-05T07:00:00Z");
    static final Duration APART = Duration.ofMillis(500);

    static final List<String> TRADERS = List.of(
            "ada",
            "alan",
            "barbara",
            "claude",
            "dennis",
            "donald",
            "edsger",
            "frances",
            "grace",
            "hedy",
            "john",
            "joan",
            "katherine",
            "ken",
            "leslie",
            "margaret",
            "niklaus",
            "radia",
            "shafi",
            "tony");
    static final List<String> SYMBOLS =
            List.of("AAPL", "AMZN", "BTC-USD", "ETH-USD", "GOOG", "IBM", "INTC", "MSFT", "NVDA", "SAP");

    /** One event in 50,000 is of this type and by this actor, one in 5,000 has this tag, one in 80,000 these words. */
    static final String RARE_TYPE = "setting_changed";

    static final String RARE_ACTOR = "compliance";
    static final Tag RARE_TAG = Tag.of("review", "flagged");
    static final String RARE_TEXT = "force majeure";

    static final JacksonCodec CODEC = JacksonCodec.of(DeskEvents.classes().toArray(Class<?>[]::new));
    static final Map<String, Aggregate<?, ?, ?, ?>> RULES = Map.of("order_", new Order(), "wallet_", new Wallet());

    private static final BigDecimal QUANTITY = BigDecimal.valueOf(100);

    private final EventIds ids = new EventIds();

    /** All events of the order of a number. */
    List<NewEvent> order(long number) {
        List<NewEvent> events = new ArrayList<>(EACH);
        String trader = TRADERS.get((int) (number % TRADERS.size()));
        String symbol = SYMBOLS.get((int) (number / 7 % SYMBOLS.size()));
        String order = "order_" + number;
        String wallet = "wallet_" + trader;
        String position = "position_" + number;
        BigDecimal price = BigDecimal.valueOf(10_000 + number % 9_973, 2);
        Metadata by = Metadata.by(trader).withCorrelationId(order);
        NewEvent placed = event(number, 0, order, new OrderPlaced(wallet, symbol, Side.BUY, QUANTITY, price), by)
                .tagged(Tag.of("symbol", symbol));
        events.add(number % 625 == 3 ? placed.tagged(Tag.of("symbol", symbol), RARE_TAG) : placed);
        Metadata caused = by.causedBy(placed.id());
        events.add(event(number, 1, "trade_" + 2 * number, trade(order, symbol, Side.BUY, price), caused));
        events.add(event(number, 2, order, end(number, price), caused));
        Metadata booked = caused.withActor("clearing");
        events.add(event(number, 3, wallet, balance(number, -1, price), booked));
        events.add(event(
                number, 4, position, new PositionOpened(wallet, symbol, Direction.LONG, QUANTITY, price), caused));
        events.add(event(number, 5, "trade_" + (2 * number + 1), trade(order, symbol, Side.SELL, price), caused));
        events.add(
                event(number, 6, position, new PositionClosed(price, BigDecimal.valueOf(number % 500 - 200)), caused));
        events.add(
                number % 6_250 == 11
                        ? event(number, 7, "settings", setting(number), Metadata.by(RARE_ACTOR))
                        : event(number, 7, wallet, balance(number, 1, price), booked));
        return events;
    }

    private NewEvent event(long number, int step, String aggregate, DeskEvent event, Metadata metadata) {
        UUID id = ids.next();
        Instant at = START.plus(APART.multipliedBy(number * EACH + step));
        return NewEvent.of(id, aggregate, CODEC.typeOf(event.getClass()), CODEC.encode(event), at)
                .with(metadata);
    }

    private static DeskEvent trade(String order, String symbol, Side side, BigDecimal price) {
        return new TradeExecuted(order, symbol, side, QUANTITY, price, QUANTITY.multiply(price), "NSDQ");
    }

    private static DeskEvent end(long number, BigDecimal price) {
        if (number % 20 == 9) {
            return new OrderCancelled(QUANTITY, number % 10_000 == 9 ? RARE_TEXT : "market moved away");
        }
        return new OrderFilled("trade_" + 2 * number, QUANTITY, price, BigDecimal.ZERO);
    }

    private static DeskEvent balance(long number, int sign, BigDecimal price) {
        return new BalanceChanged(
                "USD",
                QUANTITY.multiply(price).multiply(BigDecimal.valueOf(sign)),
                BigDecimal.valueOf(150_000_000 + number % 9_973, 2),
                sign < 0 ? "bought" : "sold");
    }

    private static DeskEvent setting(long number) {
        return new SettingChanged("risk_limit", Long.toString(number), Long.toString(number + 1));
    }
}
