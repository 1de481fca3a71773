package dev.daybook.console.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.core.repository.Loaded;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecentStatesTest {

    private static final long MOST = 100_000;
    private static final Object FOLD = "fold";

    private final RecentStates recent = new RecentStates(MOST);

    private void keep(Object fold, String aggregate, long sequence, int bytes) {
        Loaded<String> loaded = new Loaded<>(aggregate, "after " + sequence, sequence, Instant.EPOCH);
        recent.keep(fold, new RecentStates.Kept<>(loaded, new UUID(0, sequence), bytes));
    }

    private Optional<Long> newest(String aggregate, long atMost) {
        return recent.newest(FOLD, aggregate, atMost, Instant.MAX)
                .map(kept -> kept.loaded().sequence());
    }

    @Test
    void the_last_one_up_to_a_sequence_is_given_and_none_of_another_fold() {
        keep(FOLD, "a", 100, 10);
        keep(FOLD, "a", 300, 10);
        keep("other", "a", 200, 10);
        assertThat(newest("a", 99)).isEmpty();
        assertThat(newest("a", 299)).contains(100L);
        assertThat(newest("a", Long.MAX_VALUE)).contains(300L);
        assertThat(newest("b", Long.MAX_VALUE)).isEmpty();

        recent.forget(FOLD, "a");
        assertThat(newest("a", Long.MAX_VALUE)).isEmpty();
        assertThat(recent.newest("other", "a", 200, Instant.EPOCH)).isPresent();
        assertThat(recent.newest("other", "a", 200, Instant.EPOCH.minusSeconds(1)))
                .isEmpty();
    }

    @Test
    void who_was_looked_at_least_recently_leaves_first() {
        for (int i = 0; i < 50; i++) {
            keep(FOLD, "old", i * 10L, 100);
        }
        keep(FOLD, "looked at", 1, 10_000);
        keep(FOLD, "not looked at", 1, 10_000);
        assertThat(newest("looked at", 1)).isPresent();
        assertThat(recent.weight()).isBetween(50_000L, MOST);

        keep(FOLD, "new", 1, 60_000);
        assertThat(newest("old", 1_000)).isEmpty();
        keep(FOLD, "newer", 1, 20_000);
        assertThat(newest("not looked at", 1)).isEmpty();
        assertThat(newest("looked at", 1)).isPresent();
        assertThat(recent.weight()).isLessThanOrEqualTo(MOST);
    }

    @Test
    void states_of_a_long_history_stay_spread_over_it() {
        long last = 1_000_000;
        for (long sequence = 500; sequence <= last; sequence += 500) {
            keep(FOLD, "a", sequence, 10);
        }
        for (long sequence = 20_000; sequence <= last; sequence += 7_919) {
            assertThat(sequence - newest("a", sequence).orElse(0L)).isLessThan(last / 20);
        }
        assertThat(recent.weight()).isLessThan(64 * 600);
    }

    @Test
    void large_states_are_few_and_the_last_one_is_always_there() {
        for (int i = 1; i <= 10; i++) {
            keep(FOLD, "a", i, 400_000);
            assertThat(newest("a", i)).contains((long) i);
        }
        assertThat(recent.weight()).isLessThan(1_300_000);
        keep(FOLD, "a", 11, 5_000_000);
        assertThat(newest("a", 11)).contains(11L);
        assertThat(newest("a", 10)).isEmpty();
    }
}
