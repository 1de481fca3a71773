package dev.daybook.examples.life;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.core.process.ProcessState;
import dev.daybook.core.process.ProcessStatus;
import dev.daybook.examples.desk.order.OrderState;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Desks that are killed ({@code kill -9}) at random moments: no cent is lost, none is made. {@code -Ddaybook.process.kills=200} kills more. */
final class KilledDeskTest {

    private static final int KILLS = Integer.getInteger("daybook.process.kills", 3);
    private static final long SEED = Long.getLong("daybook.seed", System.nanoTime());
    private static final int MOST_ORDERS = 12;
    private static final long MOST_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final BigDecimal DEPOSIT = new BigDecimal("100000000.00");

    @TempDir
    Path folder;

    @Test
    void money_is_conserved_to_the_last_cent() throws IOException {
        Path file = folder.resolve("desk.db");
        try (Desk desk = new Desk(file)) {
            for (int n = 0; n < Desk.WALLETS; n++) {
                desk.deposit(Desk.wallet(n), DEPOSIT);
            }
        }
        Random random = new Random(SEED);
        List<String> placed = new ArrayList<>();
        for (int kill = 0; kill < KILLS; kill++) {
            placed.addAll(tradeUntilKilled(file, random));
        }
        try (Desk desk = new Desk(file)) {
            // So that there are some of each kind, however few were placed before.
            for (int n = 0; n < MOST_ORDERS; n++) {
                placed.add(desk.place("order_" + n, random));
            }
            awaitSettled(desk);
            check(desk, placed);
        }
    }

    /** The orders that were placed for certain; one more may have been. */
    private static List<String> tradeUntilKilled(Path file, Random random) throws IOException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        DeskMain.class.getName(),
                        file.toString(),
                        Long.toString(random.nextLong()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> placed = new ArrayList<>();
        try (BufferedReader lines = child.inputReader()) {
            int orders = 1 + random.nextInt(MOST_ORDERS);
            while (placed.size() < orders) {
                String line = lines.readLine();
                assertThat(line).as("what the desk prints before it is killed").isNotNull();
                placed.add(line);
            }
            // So that it is not always killed right behind an order.
            LockSupport.parkNanos(random.nextLong(MOST_NANOS));
            child.toHandle().destroyForcibly();
            child.onExit().join();
        }
        return placed;
    }

    private static void awaitSettled(Desk desk) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (!isSettled(desk)) {
            assertThat(System.nanoTime() - end)
                    .as(() -> "not settled within 2 minutes: "
                            + desk.trades.consumer().health())
                    .isNegative();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    /** In the order in which one comes of the other: a process that ends sends commands, which append events. */
    private static boolean isSettled(Desk desk) {
        long head = desk.storage.log().head();
        return desk.trades.consumer().health().checkpoint() >= head
                && desk.trades.all(ProcessStatus.RUNNING, "", 1).isEmpty()
                && desk.trades.outbox(1).isEmpty()
                && desk.storage.log().head() == head;
    }

    private static void check(Desk desk, List<String> placed) {
        BigDecimal total = desk.accounts.load(TradeLife.SELLERS).state().total();
        BigDecimal paid = total;
        for (int n = 0; n < Desk.WALLETS; n++) {
            AccountState account = desk.accounts.load(Desk.wallet(n)).state();
            assertThat(account.reserved())
                    .as("reserved of wallet " + n + " by seed " + SEED)
                    .isEmpty();
            total = total.add(account.total());
        }
        assertThat(total)
                .as("all money by seed " + SEED)
                .isEqualByComparingTo(DEPOSIT.multiply(BigDecimal.valueOf(Desk.WALLETS)));
        List<StoredEvent> orders = orders(desk);
        assertThat(orders).extracting(StoredEvent::aggregateId).containsAll(placed);
        BigDecimal filled = BigDecimal.ZERO;
        Map<String, Integer> ends = new TreeMap<>();
        for (StoredEvent order : orders) {
            ProcessState<LifeState> life = desk.trades.find(order.aggregateId()).orElseThrow();
            filled = filled.add(value(desk, life));
            ends.merge(life.why().replaceAll("[0-9.]+", "n"), 1, Integer::sum);
        }
        assertThat(ends).containsKeys("", "nobody sells", "not filled in time");
        assertThat(paid)
                .as("what was paid for what was filled, by seed " + SEED)
                .isEqualByComparingTo(filled);
        System.out.println("killed " + KILLS + " times: " + orders.size() + " orders ended by " + ends + ", " + filled
                + " paid of " + total);
    }

    /** What was paid for an order: all of it, or nothing. */
    private static BigDecimal value(Desk desk, ProcessState<LifeState> life) {
        OrderState.Placed order =
                (OrderState.Placed) desk.orders.load(life.key()).state();
        if (life.status() == ProcessStatus.DONE) {
            assertThat(order.status()).isEqualTo(OrderState.Status.FILLED);
            assertThat(life.state().step()).isEqualTo(LifeState.Step.SETTLED);
            assertThat(life.state().cost()).isEqualByComparingTo(order.value());
        } else {
            assertThat(order.status()).as(life.toString()).isEqualTo(OrderState.Status.CANCELLED);
            assertThat(order.value()).isZero();
        }
        return order.value();
    }

    private static List<StoredEvent> orders(Desk desk) {
        try (EventCursor events = desk.storage.log().read(Query.types("order_placed"), Range.all())) {
            return events.stream().toList();
        }
    }
}
