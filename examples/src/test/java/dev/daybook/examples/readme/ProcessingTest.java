package dev.daybook.examples.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.core.Daybook;
import dev.daybook.core.consumer.ConsumerSettings;
import dev.daybook.core.context.Context;
import dev.daybook.core.process.ProcessStatus;
import dev.daybook.examples.desk.Side;
import dev.daybook.examples.desk.order.Order;
import dev.daybook.examples.desk.order.OrderCommand.PlaceOrder;
import dev.daybook.examples.desk.order.OrderEvent;
import dev.daybook.examples.desk.position.PositionEvent;
import dev.daybook.examples.life.Account;
import dev.daybook.examples.life.AccountCommand.Deposit;
import dev.daybook.examples.life.AccountEvent;
import dev.daybook.examples.life.LifeHandler;
import dev.daybook.examples.life.LifeState;
import dev.daybook.examples.life.Market;
import dev.daybook.examples.life.TradeLife;
import dev.daybook.jackson.JacksonCodec;
import dev.daybook.sqlite.SqliteStorage;
import dev.daybook.testkit.time.SettableClock;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows of process managers. */
final class ProcessingTest {

    @TempDir
    Path folder;

    @Test
    void an_order_that_is_not_filled_in_time_gives_the_money_back() {
        var clock = SettableClock.create();
        var storage = SqliteStorage.open(folder.resolve("desk.db"));
        var codec = JacksonCodec.of(OrderEvent.class, AccountEvent.class, PositionEvent.class);
        try (var daybook =
                Daybook.builder(storage, codec).clock(clock).closesStorage().build()) {
            var accounts = daybook.repository(new Account());
            var orders = daybook.repository(new Order());
            var handler = new LifeHandler(daybook, (id, order) -> new Market.Silent());
            var life = new TradeLife(Duration.ofMinutes(5));
            accounts.execute("wallet_1", new Deposit(BigDecimal.TEN, "cash"), Context.by("teller"));
            var order = new PlaceOrder("wallet_1", "BTC", Side.BUY, BigDecimal.TWO, BigDecimal.ONE);
            // snippet:processing
            try (var trades =
                    daybook.process(life, handler, ConsumerSettings.standard()).start()) {
                orders.execute("order_1", order, Context.by("alice"));
                await(() -> trades.find("order_1")
                        .filter(trade -> trade.state().step() == LifeState.Step.AT_MARKET)
                        .isPresent());
                assertThat(accounts.load("wallet_1").state().reserved()).containsKey("order_1");

                clock.advance(Duration.ofMinutes(5)); // a test's clock; nothing was heard of the market
                await(() -> !trades.all(ProcessStatus.GAVE_UP, "", 10).isEmpty());
                assertThat(accounts.load("wallet_1").state().reserved()).isEmpty();
            }
            // end
        }
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - end).as("within a minute").isNegative();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
    }
}
