package dev.daybook.testkit.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.core.repository.CacheStatistics;
import dev.daybook.core.repository.Repository;
import dev.daybook.testkit.core.Account.Command;
import dev.daybook.testkit.core.Account.Event;
import dev.daybook.testkit.core.Account.Refused;
import dev.daybook.testkit.core.Account.State;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PointInTimeTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final Bank bank = new Bank(settings -> settings.snapshotEvery(2));

    @Test
    void as_of_counts_what_had_happened_and_as_known_what_was_recorded() {
        bank.clock.set(NOON);
        bank.depositAt("a1", 1, NOON.minusSeconds(3600));
        bank.clock.set(NOON.plusSeconds(10));
        bank.depositAt("a1", 10, NOON.minusSeconds(1800));
        bank.clock.set(NOON.plusSeconds(20));
        bank.depositAt("a1", 100, NOON.plusSeconds(20));

        assertThat(bank.accounts.asOf("a1", NOON).state()).isEqualTo(new State(11, 2));
        assertThat(bank.accounts.asKnown("a1", NOON).state()).isEqualTo(new State(1, 1));
        assertThat(bank.accounts.asKnown("a1", NOON.plusSeconds(15)).state()).isEqualTo(new State(11, 2));
        assertThat(bank.accounts.asOf("a1", NOON.minusSeconds(1800)).state()).isEqualTo(new State(11, 2));
        assertThat(bank.accounts.asOf("a1", NOON.minusSeconds(1801)).state()).isEqualTo(new State(1, 1));
        assertThat(bank.accounts.asOf("a1", NOON.minusSeconds(3601)).exists()).isFalse();
    }

    @Test
    void the_state_after_any_event_is_told_with_snapshots_and_without() {
        for (int i = 1; i <= 5; i++) {
            bank.depositAt("a1", i, NOON);
        }

        assertThat(bank.accounts.atSequence("a1", 0).exists()).isFalse();
        assertThat(bank.accounts.atSequence("a1", 1).state()).isEqualTo(new State(1, 1));
        assertThat(bank.accounts.atSequence("a1", 2).state()).isEqualTo(new State(3, 2));
        assertThat(bank.accounts.atSequence("a1", 3).state()).isEqualTo(new State(6, 3));
        assertThat(bank.accounts.atSequence("a1", 5)).isEqualTo(bank.accounts.load("a1"));
        assertThat(bank.accounts.atSequence("a1", 9)).isEqualTo(bank.accounts.load("a1"));
    }

    @Test
    void a_snapshot_that_holds_later_events_is_not_used_for_the_past() {
        bank.depositAt("a1", 1, NOON.plusSeconds(60));
        bank.depositAt("a1", 10, NOON);
        assertThat(bank.storage.saves).hasSize(1);

        assertThat(bank.accounts.asOf("a1", NOON).state()).isEqualTo(new State(10, 1));
        assertThat(bank.accounts.asOf("a1", NOON.plusSeconds(60)).state()).isEqualTo(new State(11, 2));
    }

    @Test
    void the_same_question_is_answered_from_the_cache_without_folding() {
        bank.depositAt("a1", 1, NOON);
        bank.depositAt("a1", 1, NOON);
        bank.depositAt("a1", 1, NOON);
        bank.accounts.asOf("a1", NOON);
        bank.storage.eventsRead.set(0);

        assertThat(bank.accounts.asOf("a1", NOON).state()).isEqualTo(new State(3, 3));

        assertThat(bank.storage.eventsRead)
                .as("only the last event, to see that it is the last")
                .hasValue(1);
        CacheStatistics cache = bank.daybook.auditTrail().statistics().pastCache();
        assertThat(cache).isEqualTo(new CacheStatistics(1, 1, 1));
        assertThat(cache.hitRate()).isEqualTo(0.5);
    }

    @Test
    void a_past_that_changes_later_is_never_answered_from_a_stale_entry() {
        bank.clock.set(NOON);
        bank.depositAt("a1", 1, NOON);
        assertThat(bank.accounts.asOf("a1", NOON).state()).isEqualTo(new State(1, 1));
        assertThat(bank.accounts.asKnown("a1", NOON).state()).isEqualTo(new State(1, 1));

        bank.clock.set(NOON.plusSeconds(60));
        bank.depositAt("a1", 10, NOON.minusSeconds(60));

        assertThat(bank.accounts.asOf("a1", NOON).state()).as("it had happened").isEqualTo(new State(11, 2));
        assertThat(bank.accounts.asKnown("a1", NOON).state())
                .as("it was not known")
                .isEqualTo(new State(1, 1));
        bank.depositAt("a1", 100, NOON.plusSeconds(1));
        assertThat(bank.accounts.asOf("a1", NOON).state()).isEqualTo(new State(11, 2));
    }

    @Test
    void an_event_recorded_at_the_very_moment_asked_about_is_seen_also_after_the_answer() {
        bank.clock.set(NOON);
        bank.deposit("a1", 1);
        assertThat(bank.accounts.asKnown("a1", NOON).state()).isEqualTo(new State(1, 1));

        bank.deposit("a1", 1);

        assertThat(bank.accounts.asKnown("a1", NOON).state()).isEqualTo(new State(2, 2));
    }

    @Test
    void an_entry_is_kept_for_five_minutes() {
        bank.depositAt("a1", 1, NOON);
        bank.accounts.asOf("a1", NOON);

        bank.clock.advance(Duration.ofMinutes(5).minusMillis(1));
        bank.accounts.asOf("a1", NOON);
        assertThat(cache().hits()).isEqualTo(1);

        bank.clock.advance(Duration.ofMillis(1));
        bank.accounts.asOf("a1", NOON);
        assertThat(cache().hits()).isEqualTo(1);
        assertThat(cache().misses()).isEqualTo(2);
    }

    @Test
    void the_least_recently_used_of_more_than_a_hundred_entries_leaves_first() {
        bank.deposit("a1", 1);
        for (int i = 0; i < 100; i++) {
            bank.accounts.asOf("a1", NOON.plusSeconds(i));
        }
        bank.accounts.asOf("a1", NOON);
        bank.accounts.asOf("a1", NOON.plusSeconds(100));
        assertThat(cache()).isEqualTo(new CacheStatistics(1, 101, 100));

        bank.accounts.asOf("a1", NOON);
        assertThat(cache().hits()).as("used again, so it has stayed").isEqualTo(2);
        bank.accounts.asOf("a1", NOON.plusSeconds(1));
        assertThat(cache().hits()).as("left for the hundred and first").isEqualTo(2);
    }

    @Test
    void two_folds_never_share_an_answer() {
        Repository<Command, State, Event, Refused> other = bank.daybook.repository(new Account(2));
        bank.depositAt("a1", 5, NOON);

        assertThat(bank.accounts.asOf("a1", NOON).state().balance()).isEqualTo(5);
        assertThat(other.asOf("a1", NOON).state().balance()).isEqualTo(10);
    }

    private CacheStatistics cache() {
        return bank.daybook.auditTrail().statistics().pastCache();
    }
}
