package dev.daybook.testkit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.core.context.Context;
import dev.daybook.core.repository.ExecuteResult;
import dev.daybook.core.repository.HistoryEntry;
import dev.daybook.ports.codec.UnknownEventException;
import dev.daybook.ports.event.Metadata;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.event.Tag;
import dev.daybook.testkit.core.Account.Command;
import dev.daybook.testkit.core.Account.Event;
import dev.daybook.testkit.core.Account.Refused;
import dev.daybook.testkit.core.Account.State;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RepositoryTest {

    private final Bank bank = new Bank();

    @Test
    void an_accepted_command_is_stored_and_answers_with_the_state_after_it() {
        ExecuteResult<State, Event, Refused> result = bank.accounts.execute("a1", new Command.Deposit(5), Bank.ALICE);

        ExecuteResult.Stored<State, Event, Refused> stored = stored(result);
        assertThat(stored.events()).containsExactly(new Event.Deposited(5));
        assertThat(stored.state()).isEqualTo(new State(5, 1));
        assertThat(stored.sequence()).isEqualTo(1);
        assertThat(stored.stored().getFirst().position()).isEqualTo(1);
        assertThat(bank.accounts.load("a1").state()).isEqualTo(new State(5, 1));
    }

    @Test
    void a_command_with_several_events_stores_them_together_in_order() {
        bank.deposit("a1", 3);

        ExecuteResult.Stored<State, Event, Refused> stored =
                stored(bank.accounts.execute("a1", new Command.Empty(3), Bank.ALICE));

        assertThat(stored.stored()).extracting(StoredEvent::sequence).containsExactly(2L, 3L, 4L);
        assertThat(stored.state()).isEqualTo(new State(0, 4));
        assertThat(bank.storage.appends).hasSize(2);
    }

    @Test
    void a_rejected_command_says_why_and_writes_nothing() {
        assertThat(bank.accounts.execute("a1", new Command.Withdraw(7), Bank.ALICE))
                .isEqualTo(new ExecuteResult.Rejected<>(new Refused(0, 7)));
        assertThat(bank.storage.appends).isEmpty();
    }

    @Test
    void a_command_that_changes_nothing_says_so_and_writes_nothing() {
        bank.deposit("a1", 5);

        assertThat(bank.accounts.execute("a1", new Command.Deposit(0), Bank.ALICE))
                .isEqualTo(new ExecuteResult.NothingToDo<>(new State(5, 1), 1));
        assertThat(bank.storage.appends).hasSize(1);
    }

    @Test
    void who_why_and_when_travel_with_the_command_into_every_event() {
        UUID cause = UUID.randomUUID();
        Instant happened = Instant.parse("2001-02-03T04:05:06.789012Z");
        bank.deposit("a1", 2);
        Context context = Context.by("bob")
                .correlatedWith("job_7")
                .causedBy(cause)
                .with("ip", "::1")
                .tagged(Tag.of("branch", "north"))
                .at(happened);

        List<StoredEvent> events = stored(bank.accounts.execute("a1", new Command.Empty(2), context))
                .stored();

        Metadata expected =
                Metadata.by("bob").withCorrelationId("job_7").causedBy(cause).with("ip", "::1");
        assertThat(events).hasSize(2).allSatisfy(event -> {
            assertThat(event.metadata()).isEqualTo(expected);
            assertThat(event.timestamp()).isEqualTo(happened);
            assertThat(event.recordedAt()).isEqualTo(bank.clock.instant());
            assertThat(event.tags()).containsExactlyInAnyOrder(Tag.of("flow", "out"), Tag.of("branch", "north"));
        });
    }

    @Test
    void without_a_time_of_its_own_a_command_happens_now() {
        StoredEvent event = stored(bank.accounts.execute("a1", new Command.Deposit(1), Context.none()))
                .stored()
                .getFirst();

        assertThat(event.timestamp()).isEqualTo(bank.clock.instant());
        assertThat(event.metadata().isEmpty()).isTrue();
        assertThat(event.id().version()).isEqualTo(7);
    }

    @Test
    void who_expects_another_sequence_gets_a_conflict_without_another_attempt() {
        bank.deposit("a1", 5);

        assertThat(bank.accounts.execute("a1", new Command.Deposit(1), Bank.ALICE.expecting(0)))
                .isEqualTo(new ExecuteResult.Conflict<>("a1", 0, 1, 1));
        assertThat(stored(bank.accounts.execute("a1", new Command.Deposit(1), Bank.ALICE.expecting(1)))
                        .sequence())
                .isEqualTo(2);
    }

    @Test
    void the_same_event_id_for_the_same_content_is_stored_once() {
        UUID id = UUID.randomUUID();
        Context once = Bank.ALICE.eventIds(() -> id).at(bank.clock.instant());
        ExecuteResult.Stored<State, Event, Refused> first =
                stored(bank.accounts.execute("a1", new Command.Deposit(5), once));

        ExecuteResult.Stored<State, Event, Refused> again =
                stored(bank.accounts.execute("a1", new Command.Deposit(5), once));

        assertThat(again.stored()).isEqualTo(first.stored());
        assertThat(again.state()).isEqualTo(new State(5, 1));
        assertThat(bank.storage.log().head()).isEqualTo(1);
    }

    @Test
    void history_gives_every_event_with_the_state_after_it() {
        bank.deposit("a1", 5);
        bank.deposit("a2", 100);
        bank.store("a1", AccountCodec.MOVED, "2000");

        try (Stream<HistoryEntry<State, Event>> history = bank.accounts.history("a1")) {
            List<HistoryEntry<State, Event>> entries = history.toList();
            assertThat(entries).extracting(HistoryEntry::state).containsExactly(new State(5, 1), new State(2005, 3));
            assertThat(entries.getLast().events())
                    .containsExactly(new Event.Deposited(1000), new Event.Deposited(1000));
        }
    }

    @Test
    void an_aggregate_without_events_is_in_its_initial_state() {
        assertThat(bank.accounts.load("nobody").exists()).isFalse();
        assertThat(bank.accounts.load("nobody").state()).isEqualTo(new State(0, 0));
    }

    @Test
    void an_event_class_nobody_registered_is_found_at_the_start() {
        assertThatThrownBy(() -> bank.daybook.repository(new Unregistered()))
                .isInstanceOf(UnknownEventException.class)
                .hasMessageContaining(Unregistered.Happened.class.getName());
    }

    static ExecuteResult.Stored<State, Event, Refused> stored(ExecuteResult<State, Event, Refused> result) {
        assertThat(result).isInstanceOf(ExecuteResult.Stored.class);
        return (ExecuteResult.Stored<State, Event, Refused>) result;
    }

    private static final class Unregistered
            implements dev.daybook.core.aggregate.Aggregate<String, String, Unregistered.Happened, String> {

        record Happened() {}

        @Override
        public String initial() {
            return "";
        }

        @Override
        public Either<String, List<Happened>> decide(String state, String command) {
            return Either.right(List.of(new Happened()));
        }

        @Override
        public String apply(String state, Happened event) {
            return state;
        }

        @Override
        public Class<String> stateClass() {
            return String.class;
        }

        @Override
        public Class<Happened> eventClass() {
            return Happened.class;
        }
    }
}
