package dev.daybook.testkit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.core.Daybook;
import dev.daybook.core.context.Context;
import dev.daybook.core.journal.Journal;
import dev.daybook.core.journal.JournalEntry;
import dev.daybook.core.journal.Outcome;
import dev.daybook.core.journal.WhatIf;
import dev.daybook.core.repository.ExecuteResult;
import dev.daybook.core.repository.Repository;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.storage.Fault;
import dev.daybook.ports.storage.StorageException;
import dev.daybook.testkit.codec.ObjectCodec;
import dev.daybook.testkit.core.Account.Command;
import dev.daybook.testkit.core.Account.Event;
import dev.daybook.testkit.core.Account.Refused;
import dev.daybook.testkit.core.Account.State;
import dev.daybook.testkit.sample.Events;
import dev.daybook.testkit.time.SettableClock;
import io.vavr.control.Either;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JournalTest {

    private static final Context ALICE = Context.by("alice").correlatedWith("request-7");

    private final SettableClock clock = SettableClock.create();
    private final WatchedStorage storage = new WatchedStorage(clock);
    private final ObjectCodec codec = ObjectCodec.of(Event.class, Command.class);
    private final Daybook daybook =
            Daybook.builder(storage, codec).clock(clock).attempts(3).build();
    private final Journal<Command> journal = daybook.journal(Command.class);
    private final Repository<Command, State, Event, Refused> accounts = daybook.repository(new Account(), journal);

    private List<JournalEntry<Command>> entries() {
        try (Stream<JournalEntry<Command>> entries = journal.read(Range.all())) {
            return entries.toList();
        }
    }

    @Test
    void a_command_that_is_accepted_stands_right_behind_its_events_in_one_append() {
        accounts.execute("a", new Command.Deposit(5), ALICE);
        accounts.execute("a", new Command.Empty(2), ALICE);

        assertThat(storage.appends).hasSize(2);
        assertThat(Events.all(storage.log())).hasSize(5);
        assertThat(entries())
                .containsExactly(
                        entry(2, new Command.Deposit(5), 0, Outcome.STORED, "", 1),
                        entry(5, new Command.Empty(2), 1, Outcome.STORED, "", 2));
    }

    private JournalEntry<Command> entry(
            long position, Command command, long sequence, Outcome outcome, String detail, int events) {
        JournalEntry<Command> found = entries().stream()
                .filter(entry -> entry.position() == position)
                .findFirst()
                .orElseThrow();
        assertThat(found.metadata().actor()).hasValue("alice");
        assertThat(found.metadata().correlationId()).hasValue("request-7");
        return new JournalEntry<>(
                position, "a", command, sequence, outcome, detail, events, clock.instant(), found.metadata());
    }

    @Test
    void what_was_rejected_and_what_changed_nothing_is_kept_too() {
        accounts.execute("a", new Command.Withdraw(7), ALICE);
        accounts.execute("a", new Command.Deposit(0), ALICE);

        assertThat(entries())
                .containsExactly(
                        entry(1, new Command.Withdraw(7), 0, Outcome.REJECTED, "Refused[balance=0, asked=7]", 0),
                        entry(2, new Command.Deposit(0), 0, Outcome.NOTHING_TO_DO, "", 0));
        try (Stream<JournalEntry<Command>> rejected = journal.read(Outcome.REJECTED, Range.all())) {
            assertThat(rejected).extracting(JournalEntry::command).containsExactly(new Command.Withdraw(7));
        }
        assertThat(accounts.load("a").exists()).isFalse();
    }

    @Test
    void a_conflict_and_a_failure_are_kept() {
        accounts.execute("a", new Command.Deposit(5), ALICE.expecting(3));
        storage.beforeAppend = append -> {
            if (append.events().size() > 1) {
                throw new StorageException(Fault.LOCKED, "the log is locked", null);
            }
        };
        assertThatThrownBy(() -> accounts.execute("a", new Command.Deposit(6), ALICE))
                .isInstanceOf(StorageException.class);

        assertThat(entries()).extracting(JournalEntry::outcome).containsExactly(Outcome.CONFLICT, Outcome.FAILED);
        assertThat(entries())
                .extracting(JournalEntry::detail)
                .satisfiesExactly(
                        conflict -> assertThat(conflict).contains("expected a at sequence 3"),
                        failure -> assertThat(failure).contains("the log is locked"));
    }

    @Test
    void a_race_that_is_lost_and_then_won_has_one_entry() {
        storage.beforeAppend = append -> {
            storage.beforeAppend = again -> {};
            daybook.repository(new Account()).execute("a", new Command.Deposit(1), Context.none());
        };
        accounts.execute("a", new Command.Deposit(5), ALICE);

        assertThat(entries())
                .extracting(JournalEntry::sequence, JournalEntry::outcome)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(1L, Outcome.STORED));
        assertThat(accounts.load("a").state().balance()).isEqualTo(6);
    }

    @Test
    void a_call_that_is_repeated_with_its_own_ids_is_stored_once_with_one_entry() {
        UUID id = UUID.randomUUID();
        Context context = ALICE.eventIds(() -> id);
        accounts.execute("a", new Command.Deposit(5), context);
        ExecuteResult<State, Event, Refused> again = accounts.execute("a", new Command.Deposit(5), context);

        assertThat(again).isInstanceOf(ExecuteResult.Stored.class);
        assertThat(accounts.load("a").state().balance()).isEqualTo(5);
        assertThat(entries()).hasSize(1);
    }

    @Test
    void the_entries_of_one_aggregate_are_found() {
        accounts.execute("a", new Command.Deposit(5), ALICE);
        accounts.execute("b", new Command.Deposit(6), ALICE);
        try (Stream<JournalEntry<Command>> of = journal.of("b", Range.all())) {
            assertThat(of).extracting(JournalEntry::command).containsExactly(new Command.Deposit(6));
        }
    }

    @Test
    void the_entries_of_one_aggregate_with_one_outcome_are_found() {
        accounts.execute("a", new Command.Withdraw(7), ALICE);
        accounts.execute("b", new Command.Deposit(6), ALICE);
        accounts.execute("b", new Command.Withdraw(7), ALICE);
        List<StoredEvent> rejected = Events.all(storage.log()).stream()
                .filter(Journal.queryOf("b", Outcome.REJECTED)::matches)
                .toList();

        assertThat(rejected).hasSize(1);
        assertThat(Journal.queryOf("b").matches(rejected.getFirst())).isTrue();
        assertThat(Journal.query(Outcome.REJECTED).matches(rejected.getFirst())).isTrue();
    }

    @Test
    void a_repository_without_a_journal_keeps_no_entry() {
        daybook.repository(new Account()).execute("a", new Command.Deposit(5), ALICE);
        daybook.repository(new Account()).execute("a", new Command.Withdraw(7), ALICE);
        assertThat(Events.all(storage.log()))
                .extracting(StoredEvent::aggregateId)
                .containsExactly("a");
    }

    @Test
    void the_same_rules_would_have_answered_the_same() {
        someTraffic();
        assertThat(daybook.whatIf(new Account(), journal).run(Range.all())).isEmpty();
    }

    private void someTraffic() {
        accounts.execute("a", new Command.Deposit(5), ALICE);
        accounts.execute("b", new Command.Deposit(50), ALICE);
        accounts.execute("a", new Command.Withdraw(7), ALICE);
        accounts.execute("b", new Command.Withdraw(30), ALICE);
        accounts.execute("a", new Command.Deposit(0), ALICE);
        accounts.execute("b", new Command.Withdraw(8), ALICE);
        accounts.execute("c", new Command.Deposit(1), ALICE.expecting(9));
    }

    @Test
    void other_rules_show_where_they_would_have_answered_otherwise_with_both_states() {
        someTraffic();
        List<Append> before = List.copyOf(storage.appends);
        List<WhatIf.Difference<Command, State, Event, Refused>> differences =
                daybook.whatIf(new Limited(10), journal).run(Range.all());

        assertThat(storage.appends).isEqualTo(before);
        assertThat(differences).hasSize(1);
        WhatIf.Difference<Command, State, Event, Refused> first = differences.getFirst();
        assertThat(first.entry().command()).isEqualTo(new Command.Withdraw(30));
        assertThat(first.before()).isEqualTo(new State(50, 1));
        assertThat(first.events()).containsExactly(new Event.Withdrawn(30));
        assertThat(first.after()).isEqualTo(new State(20, 2));
        assertThat(first.answer()).isEqualTo(Either.left(new Refused(50, 30)));
        assertThat(first.afterAnswer()).isEqualTo(new State(50, 1));
    }

    @Test
    void a_part_of_the_day_is_compared_on_the_states_of_that_time() {
        someTraffic();
        long middle = entries().get(3).position();
        assertThat(daybook.whatIf(new Limited(7), journal).run(Range.all().after(middle)))
                .extracting(difference -> difference.before().balance())
                .containsExactly(20L);
        assertThat(daybook.whatIf(new Limited(7), journal).run(Range.all().upTo(middle - 1)))
                .isEmpty();
        assertThat(Events.read(storage.log(), Query.all(), Range.all())).isNotEmpty();
    }
}
