package dev.daybook.testkit.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.core.repository.ExecuteResult;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.testkit.core.Account.Command;
import dev.daybook.testkit.core.Account.Event;
import dev.daybook.testkit.core.Account.Refused;
import dev.daybook.testkit.core.Account.State;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RaceTest {

    private static final int THREADS = 8;
    private static final int COMMANDS = 50;

    @Test
    void a_lost_race_is_decided_anew_on_what_the_winner_stored() {
        Bank bank = new Bank();
        bank.deposit("a1", 10);
        winOnce(bank, 8);

        ExecuteResult<State, Event, Refused> result = bank.accounts.execute("a1", new Command.Withdraw(5), Bank.ALICE);

        assertThat(result).isEqualTo(new ExecuteResult.Rejected<>(new Refused(2, 5)));
        assertThat(bank.storage.log().head()).isEqualTo(2);
    }

    @Test
    void a_second_attempt_reads_only_what_has_come_since() {
        Bank bank = new Bank();
        bank.deposit("a1", 10);
        bank.deposit("a1", 10);
        winOnce(bank, 1);
        bank.storage.eventsRead.set(0);

        assertThat(RepositoryTest.stored(bank.accounts.execute("a1", new Command.Withdraw(5), Bank.ALICE))
                        .state())
                .isEqualTo(new State(14, 4));
        assertThat(bank.storage.eventsRead).hasValue(3);
    }

    @Test
    void attempts_are_bounded_and_the_last_lost_race_is_a_value() {
        Bank bank = new Bank(settings -> settings.attempts(3));
        bank.deposit("a1", 10);
        bank.storage.beforeAppend = append -> bank.store("a1", AccountCodec.MOVED, "1");

        assertThat(bank.accounts.execute("a1", new Command.Deposit(5), Bank.ALICE))
                .isEqualTo(new ExecuteResult.Conflict<>("a1", 3, 4, 3));
        assertThat(bank.storage.appends).hasSize(1 + 3);
    }

    @Test
    void a_second_attempt_uses_the_callers_ids_again() {
        Bank bank = new Bank();
        winOnce(bank, 3);
        AtomicInteger asked = new AtomicInteger();
        Supplier<UUID> ids = () -> new UUID(7, asked.incrementAndGet());

        List<StoredEvent> stored = RepositoryTest.stored(
                        bank.accounts.execute("a1", new Command.Deposit(5), Bank.ALICE.eventIds(ids)))
                .stored();

        assertThat(stored).extracting(StoredEvent::id).containsExactly(new UUID(7, 1));
        assertThat(asked).hasValue(1);
        assertThat(bank.storage.appends)
                .hasSize(2)
                .allSatisfy(append ->
                        assertThat(append.events()).extracting(NewEvent::id).containsExactly(new UUID(7, 1)));
    }

    @Test
    void commands_of_many_threads_on_one_aggregate_are_all_taken_one_after_the_other() throws Exception {
        Bank bank = new Bank(settings -> settings.attempts(Integer.MAX_VALUE).snapshotEvery(7));
        List<Callable<Void>> work = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            work.add(() -> {
                for (int i = 0; i < COMMANDS; i++) {
                    RepositoryTest.stored(bank.accounts.execute("a1", new Command.Deposit(1), Bank.ALICE));
                }
                return null;
            });
        }

        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (Future<Void> done : threads.invokeAll(work)) {
                done.get();
            }
        }

        long all = (long) THREADS * COMMANDS;
        assertThat(bank.accounts.load("a1").state()).isEqualTo(new State(all, all));
        assertThat(bank.storage.log().head()).isEqualTo(all);
    }

    private static void winOnce(Bank bank, int amount) {
        AtomicInteger appends = new AtomicInteger();
        bank.storage.beforeAppend = append -> {
            if (appends.getAndIncrement() == 0) {
                bank.store("a1", AccountCodec.MOVED, String.valueOf(-amount));
            }
        };
    }
}
