package dev.daybook.testkit.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.core.repository.Loaded;
import dev.daybook.core.repository.Repository;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.snapshot.Snapshot;
import dev.daybook.ports.storage.Fault;
import dev.daybook.ports.storage.StorageException;
import dev.daybook.testkit.core.Account.Command;
import dev.daybook.testkit.core.Account.Event;
import dev.daybook.testkit.core.Account.Refused;
import dev.daybook.testkit.core.Account.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class SnapshotTest {

    @Test
    void one_is_saved_each_time_the_mark_is_crossed_and_by_nothing_but_its_own_write() {
        Bank bank = new Bank(settings -> settings.snapshotEvery(3));
        bank.deposit("a1", 2);
        bank.deposit("a1", 2);
        int reads = bank.storage.reads.size();

        RepositoryTest.stored(bank.accounts.execute("a1", new Command.Empty(3), Bank.ALICE));

        assertThat(bank.storage.saves).extracting(Snapshot::sequence).containsExactly(5L);
        assertThat(bank.storage.reads).hasSize(reads + 1);
        bank.deposit("a1", 1);
        assertThat(bank.storage.saves).extracting(Snapshot::sequence).containsExactly(5L, 6L);
    }

    @Test
    void a_load_reads_only_what_has_come_since() {
        Bank bank = new Bank(settings -> settings.snapshotEvery(3));
        for (int i = 0; i < 4; i++) {
            bank.deposit("a1", 1);
        }
        bank.storage.eventsRead.set(0);

        assertThat(bank.accounts.load("a1").state()).isEqualTo(new State(4, 4));
        assertThat(bank.storage.eventsRead).hasValue(1);
    }

    @Test
    void none_is_saved_when_they_are_off_but_one_can_be_asked_for() {
        Bank bank = new Bank(settings -> settings.snapshotEvery(0));
        bank.deposit("a1", 1);

        assertThat(bank.storage.saves).isEmpty();
        assertThat(bank.accounts.snapshot("nobody")).isFalse();
        assertThat(bank.accounts.snapshot("a1")).isTrue();
        assertThat(bank.storage.saves).extracting(Snapshot::sequence).containsExactly(1L);
    }

    @Test
    void one_that_cannot_be_saved_never_fails_the_append() {
        Bank bank = new Bank(settings -> settings.snapshotEvery(1));
        bank.storage.beforeSave = snapshot -> {
            throw new StorageException(Fault.FULL, "full", null);
        };

        RepositoryTest.stored(bank.accounts.execute("a1", new Command.Deposit(1), Bank.ALICE));

        assertThat(bank.daybook.auditTrail().statistics().snapshotFaults()).isEqualTo(1);
        assertThat(bank.accounts.load("a1").state()).isEqualTo(new State(1, 1));
    }

    @Test
    void one_that_cannot_be_read_is_passed_over_counted_and_replaced() {
        Bank bank = new Bank(settings -> settings.snapshotEvery(2));
        for (int i = 0; i < 5; i++) {
            bank.deposit("a1", 1);
        }
        spoil(bank, 4);
        bank.storage.eventsRead.set(0);

        assertThat(bank.accounts.load("a1").state()).isEqualTo(new State(5, 5));

        assertThat(bank.storage.eventsRead).as("from the snapshot before it").hasValue(3);
        assertThat(bank.storage.saves).extracting(Snapshot::sequence).containsExactly(2L, 4L, 4L);
        assertThat(bank.daybook.auditTrail().statistics().snapshotFaults()).isEqualTo(1);
        bank.storage.eventsRead.set(0);
        assertThat(bank.accounts.load("a1").state()).isEqualTo(new State(5, 5));
        assertThat(bank.storage.eventsRead).as("replaced").hasValue(1);
    }

    @Test
    void changed_code_never_loads_a_stale_state() {
        Bank bank = new Bank(settings -> settings.snapshotEvery(2));
        bank.deposit("a1", 5);
        bank.deposit("a1", 5);

        Repository<Command, State, Event, Refused> changed = bank.daybook.repository(new Account(2));

        assertThat(changed.load("a1").state()).isEqualTo(new State(20, 2));
        assertThat(bank.accounts.load("a1").state()).isEqualTo(new State(10, 2));
    }

    @Test
    void one_that_runs_ahead_of_a_log_put_back_to_an_older_copy_does_not_stop_the_aggregate() {
        Bank bank = new Bank();
        bank.deposit("a1", 5);
        assertThat(bank.accounts.snapshot("a1")).isTrue();
        Snapshot honest = bank.storage.saves.getFirst();
        Payload ahead = bank.codec.encodeState(new State(500, 9));
        bank.storage
                .snapshots()
                .save(new Snapshot("a1", 9, honest.fingerprint(), honest.latest(), honest.takenAt(), ahead));

        assertThat(RepositoryTest.stored(bank.accounts.execute("a1", new Command.Deposit(1), Bank.ALICE))
                        .state())
                .isEqualTo(new State(6, 2));
    }

    @RepeatedTest(20)
    void loading_with_and_without_them_gives_equal_states(RepetitionInfo repetition) {
        long seed = 4711L * repetition.getCurrentRepetition();
        Random random = new Random(seed);
        int every = 1 + random.nextInt(6);
        Bank with = new Bank(settings -> settings.snapshotEvery(every));
        Bank without = new Bank(settings -> settings.snapshotEvery(0));

        for (int step = 0; step < 120; step++) {
            String account = "a" + random.nextInt(3);
            Command command = random.nextBoolean()
                    ? new Command.Deposit(random.nextInt(5))
                    : new Command.Empty(random.nextInt(4));
            Instant happened = with.clock.instant().minusSeconds(random.nextInt(100));
            assertThat(with.accounts
                            .execute(account, command, Bank.ALICE.at(happened))
                            .getClass())
                    .isEqualTo(without.accounts
                            .execute(account, command, Bank.ALICE.at(happened))
                            .getClass());
            with.clock.advance(Duration.ofSeconds(random.nextInt(10)));
            without.clock.set(with.clock.instant());
            Instant moment = with.clock.instant().minusSeconds(random.nextInt(150));
            assertSame("seed " + seed + " step " + step, with, without, account, moment);
        }
    }

    private static void assertSame(String where, Bank with, Bank without, String account, Instant moment) {
        Loaded<State> plain = without.accounts.load(account);
        assertThat(with.accounts.load(account)).as(where).isEqualTo(plain);
        assertThat(with.accounts.asOf(account, moment))
                .as(where + " as of " + moment)
                .isEqualTo(without.accounts.asOf(account, moment));
        assertThat(with.accounts.asKnown(account, moment))
                .as(where + " as known " + moment)
                .isEqualTo(without.accounts.asKnown(account, moment));
    }

    private static void spoil(Bank bank, long sequence) {
        Snapshot good = bank.storage.saves.stream()
                .filter(snapshot -> snapshot.sequence() == sequence)
                .findFirst()
                .orElseThrow();
        bank.storage
                .memory()
                .snapshots()
                .save(new Snapshot(
                        good.aggregateId(),
                        good.sequence(),
                        good.fingerprint(),
                        good.latest(),
                        good.takenAt(),
                        Payload.json("spoilt")));
    }
}
