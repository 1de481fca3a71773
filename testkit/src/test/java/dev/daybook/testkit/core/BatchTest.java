package dev.daybook.testkit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.core.aggregate.Aggregate;
import dev.daybook.core.repository.Batch;
import dev.daybook.core.repository.Repository;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.AppendResult;
import dev.daybook.ports.log.Condition;
import dev.daybook.ports.snapshot.Snapshot;
import dev.daybook.ports.storage.Fault;
import dev.daybook.ports.storage.LimitExceededException;
import dev.daybook.ports.storage.StorageException;
import dev.daybook.testkit.core.Account.Command;
import dev.daybook.testkit.core.Account.Event;
import dev.daybook.testkit.core.Account.Refused;
import dev.daybook.testkit.core.Account.State;
import io.vavr.control.Either;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class BatchTest {

    private final Bank bank = new Bank(settings -> settings.snapshotEvery(3));
    private final Batch batch = bank.daybook.batch();

    @Test
    void decisions_see_what_the_batch_decided_before_and_nobody_else_does_until_the_commit() {
        assertThat(decide("a1", new Command.Deposit(5))).isEqualTo(Either.right(new State(5, 1)));
        assertThat(decide("a1", new Command.Withdraw(7))).isEqualTo(Either.left(new Refused(5, 7)));
        assertThat(decide("a1", new Command.Withdraw(3))).isEqualTo(Either.right(new State(2, 2)));
        assertThat(bank.accounts.load("a1").exists()).isFalse();
        assertThat(batch.size()).isEqualTo(2);

        assertThat(batch.commit()).isInstanceOf(AppendResult.Stored.class);

        assertThat(bank.accounts.load("a1").state()).isEqualTo(new State(2, 2));
        assertThat(batch.size()).isZero();
    }

    @Test
    void everything_is_stored_by_one_append_on_condition_of_each_aggregate_it_changes() {
        bank.deposit("a1", 1);
        decide("a1", new Command.Deposit(5));
        decide("a2", new Command.Deposit(5));
        decide("a3", new Command.Deposit(0));
        decide("a1", new Command.Deposit(5));

        AppendResult.Stored stored = (AppendResult.Stored) batch.commit();

        assertThat(stored.events()).extracting(StoredEvent::aggregateId).containsExactly("a1", "a2", "a1");
        assertThat(bank.storage.appends).hasSize(2);
        assertThat(bank.storage.appends.getLast().conditions())
                .containsExactlyInAnyOrder(Condition.expectedSequence("a1", 1), Condition.mustNotExist("a2"));
    }

    @Test
    void each_aggregate_is_read_once_also_over_several_commits() {
        bank.deposit("a1", 1);
        bank.storage.reads.clear();

        for (int i = 0; i < 5; i++) {
            decide("a1", new Command.Deposit(1));
            decide("a2", new Command.Deposit(1));
            assertThat(batch.commit()).isInstanceOf(AppendResult.Stored.class);
        }

        assertThat(bank.storage.reads).hasSize(2);
        assertThat(bank.accounts.load("a1").state()).isEqualTo(new State(6, 6));
    }

    @Test
    void states_beyond_the_bound_are_read_again() {
        Batch small = bank.daybook.batch(1);
        for (int i = 0; i < 4; i++) {
            small.execute(bank.accounts, "a" + i % 2, new Command.Deposit(1), Bank.ALICE);
            assertThat(small.commit()).isInstanceOf(AppendResult.Stored.class);
        }

        assertThat(bank.storage.reads).hasSize(4);
        assertThat(bank.accounts.load("a1").state()).isEqualTo(new State(2, 2));
    }

    @Test
    void snapshots_are_taken_by_the_commit_that_crosses_the_mark() {
        for (int i = 0; i < 7; i++) {
            decide("a1", new Command.Deposit(1));
        }
        assertThat(bank.storage.saves).isEmpty();

        assertThat(batch.commit()).isInstanceOf(AppendResult.Stored.class);

        assertThat(bank.storage.saves).extracting(Snapshot::sequence).containsExactly(7L);
    }

    @Test
    void after_a_conflict_it_is_empty_and_decides_on_what_is_there() {
        decide("a1", new Command.Deposit(5));
        decide("a2", new Command.Deposit(5));
        bank.deposit("a2", 1);

        AppendResult result = batch.commit();

        assertThat(result).isEqualTo(new AppendResult.Conflict(Condition.mustNotExist("a2"), 1));
        assertThat(bank.accounts.load("a1").exists()).isFalse();
        assertThat(batch.size()).isZero();
        assertThat(decide("a2", new Command.Deposit(5))).isEqualTo(Either.right(new State(6, 2)));
    }

    @Test
    void a_sequence_the_caller_expects_is_checked_and_answered_by_the_commit() {
        bank.deposit("a1", 1);

        batch.execute(bank.accounts, "a1", new Command.Deposit(1), Bank.ALICE.expecting(0));

        assertThat(batch.commit()).isEqualTo(new AppendResult.Conflict(Condition.mustNotExist("a1"), 1));
        assertThat(bank.storage.log().head()).isEqualTo(1);
        batch.execute(bank.accounts, "a1", new Command.Deposit(1), Bank.ALICE.expecting(1));
        assertThat(batch.commit()).isInstanceOf(AppendResult.Stored.class);
    }

    @Test
    void a_commit_that_fails_can_be_repeated_also_if_it_was_stored_after_all() {
        AtomicBoolean failed = new AtomicBoolean();
        bank.storage.afterAppend = append -> {
            if (!failed.getAndSet(true)) {
                throw new StorageException(Fault.FAILED, "the connection broke before the answer", null);
            }
        };
        decide("a1", new Command.Deposit(5));

        assertThatThrownBy(batch::commit).isInstanceOf(StorageException.class);
        assertThat(batch.size()).isEqualTo(1);
        assertThat(batch.commit()).isInstanceOf(AppendResult.AlreadyStored.class);
        assertThat(decide("a1", new Command.Deposit(1))).isEqualTo(Either.right(new State(6, 2)));
        assertThat(batch.commit()).isInstanceOf(AppendResult.Stored.class);
        assertThat(bank.accounts.load("a1").state()).isEqualTo(new State(6, 2));
    }

    @Test
    void what_one_append_cannot_take_is_refused_and_leaves_the_batch_as_it_was() {
        int most = bank.storage.description().limits().eventsPerAppend();
        decide("a1", new Command.Deposit(2L * most));
        decide("a1", new Command.Empty(most - 1));

        assertThatThrownBy(() -> decide("a1", new Command.Deposit(1)))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("10001 events (eventsPerAppend)")
                .hasMessageContaining("10000");

        assertThat(batch.size()).isEqualTo(most);
        assertThat(batch.commit()).isInstanceOf(AppendResult.Stored.class);
        assertThat(decide("a1", new Command.Deposit(1))).isEqualTo(Either.right(new State(most + 2L, most + 1L)));
    }

    @Test
    void an_empty_commit_stores_nothing_and_a_cleared_batch_forgets() {
        assertThat(batch.commit()).isEqualTo(new AppendResult.Stored(List.of()));
        decide("a1", new Command.Deposit(5));
        batch.clear();
        assertThat(batch.commit()).isEqualTo(new AppendResult.Stored(List.of()));
        assertThat(bank.storage.log().head()).isZero();
    }

    @Test
    void one_stream_cannot_be_in_a_batch_as_two_kinds_of_aggregate() {
        Repository<String, String, AccountCodec.Noise, String> noises = bank.daybook.repository(new Noises());
        decide("a1", new Command.Deposit(5));

        assertThatThrownBy(() -> batch.execute(noises, "a1", "bang", Bank.ALICE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a1")
                .hasMessageContaining(Account.class.getName())
                .hasMessageContaining(Noises.class.getName());
        batch.execute(noises, "n1", "bang", Bank.ALICE);
        assertThat(((AppendResult.Stored) batch.commit()).events()).hasSize(2);
    }

    private Either<Refused, State> decide(String id, Command command) {
        Repository<Command, State, Event, Refused> accounts = bank.accounts;
        return batch.execute(accounts, id, command, Bank.ALICE);
    }

    private static final class Noises implements Aggregate<String, String, AccountCodec.Noise, String> {

        @Override
        public String initial() {
            return "";
        }

        @Override
        public Either<String, List<AccountCodec.Noise>> decide(String state, String command) {
            return Either.right(List.of(new AccountCodec.Noise(command)));
        }

        @Override
        public String apply(String state, AccountCodec.Noise event) {
            return state + event.text();
        }

        @Override
        public Class<String> stateClass() {
            return String.class;
        }

        @Override
        public Class<AccountCodec.Noise> eventClass() {
            return AccountCodec.Noise.class;
        }
    }
}
