package dev.daybook.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.core.Daybook;
import dev.daybook.core.context.Context;
import dev.daybook.core.process.ProcessRunner;
import dev.daybook.core.process.ProcessState;
import dev.daybook.core.process.ProcessStatus;
import dev.daybook.core.repository.Repository;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.testkit.contract.OrderEvent.Ticked;
import dev.daybook.testkit.contract.PurseCommand.Fill;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A process manager whose process is killed, or stopped and woken when another has taken over: no command has two effects, no deadline is
 * lost or fires twice, and all that was reserved is free again.
 */
abstract class KilledProcessContract extends Suite {

    private static final int KILLS = Integer.getInteger("daybook.process.kills", 3);
    private static final long SEED = Long.getLong("daybook.seed", System.nanoTime());
    private static final int MOST_ORDERS = 8;
    private static final long FILLED = 10_000_000;
    private static final String CONSUMER = "process:buying";

    @BeforeEach
    void fill_the_purses() {
        try (Daybook daybook = Trading.daybook(storage)) {
            Repository<PurseCommand, Purse.State, PurseEvent, String> purses = daybook.repository(new Purse());
            for (String purse : List.of(Buying.PRICES, Buying.FEES)) {
                assertThat(purses.execute(purse, new Fill(FILLED), Context.none()))
                        .isNotNull();
            }
        }
    }

    @Test
    void what_a_killed_process_has_sent_takes_effect_once() throws Exception {
        Random random = new Random(SEED);
        for (int kill = 0; kill < KILLS && fixture().isPersistent(); kill++) {
            whileOthersMayOpen(() -> {
                try (ChildJvm child = ChildJvm.start("trade", fixture().url(folder))) {
                    child.lines(1 + random.nextInt(MOST_ORDERS));
                    child.kill();
                }
            });
        }
        check();
    }

    @Test
    void a_process_that_wakes_after_another_has_taken_over_has_no_effect() throws Exception {
        if (!fixture().isPersistent() || fixture().isExclusive()) {
            check();
            return;
        }
        try (ChildJvm paused = ChildJvm.start("trade", fixture().url(folder))) {
            paused.lines(5);
            paused.stopBetweenAppends(n -> Trading.want(storage, "tick", new Ticked()));
            try (ChildJvm other = ChildJvm.start("trade", fixture().url(folder))) {
                long before = checkpoint();
                Waiting.until("another process has taken over", () -> checkpoint() > before + MOST_ORDERS);
                paused.signal("CONT");
                paused.lines(5);
                other.lines(5);
            }
        }
        check();
    }

    private long checkpoint() {
        return storage.consumers().find(CONSUMER).orElseThrow().checkpoint();
    }

    private void check() throws InterruptedException {
        Trading.want(storage, "last", new OrderEvent.Wanted("last", 5));
        try (Daybook daybook = Trading.daybook(storage);
                ProcessRunner<Buying.State, PurseCommand> runner = Trading.start(daybook)) {
            Waiting.until("everything is settled", () -> isSettled(runner));
            List<StoredEvent> orders = read(Query.types("wanted"), Range.all());
            assertThat(orders).isNotEmpty();
            for (StoredEvent order : orders) {
                assertThat(runner.find(order.aggregateId()).map(ProcessState::state))
                        .as(order.aggregateId() + " with -Ddaybook.seed=" + SEED)
                        .hasValue(new Buying.State("late", 1, 4, 2, 2, 1));
            }
            Repository<PurseCommand, Purse.State, PurseEvent, String> purses = daybook.repository(new Purse());
            assertThat(purses.load(Buying.PRICES).state()).isEqualTo(new Purse.State(FILLED, Map.of()));
            assertThat(purses.load(Buying.FEES).state()).isEqualTo(new Purse.State(FILLED, Map.of()));
            assertThat(read(Query.types("reserved"), Range.all())).hasSize(2 * orders.size());
            assertThat(read(Query.types("released"), Range.all())).hasSize(2 * orders.size());
        }
    }

    /** In the order in which one comes of the other: a deadline that fires sends commands, which append events. */
    private boolean isSettled(ProcessRunner<Buying.State, PurseCommand> runner) {
        long head = log().head();
        return runner.consumer().health().checkpoint() >= head
                && runner.deadlines(1).isEmpty()
                && runner.outbox(1).isEmpty()
                && log().head() == head
                && runner.all(ProcessStatus.RUNNING, "", 1).size() == 1;
    }
}
