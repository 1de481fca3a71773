package dev.daybook.testkit.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.core.Daybook;
import dev.daybook.core.audit.Statistics;
import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.snapshot.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatisticsTest {

    private static final Instant NOON = Instant.parse("2026-01-03T12:34:56Z");

    private final Bank bank = new Bank(settings -> settings.snapshotEvery(0));

    @Test
    void events_are_counted_per_type_day_and_hour() {
        bank.clock.set(NOON);
        bank.depositAt("a1", 1, NOON);
        bank.depositAt("a1", 1, NOON.minus(Duration.ofHours(1)));
        bank.depositAt("a1", 1, NOON.minus(Duration.ofHours(47)));
        bank.depositAt("a1", 1, NOON.minus(Duration.ofDays(2)));
        bank.depositAt("a1", 1, NOON.plus(Duration.ofDays(1000)));
        bank.depositAt("a1", 1, Instant.parse("1969-12-31T23:59:59Z"));
        bank.store("a1", EventType.of("unheard_of"), "{}");

        Statistics statistics = statistics();

        assertThat(statistics.events()).isEqualTo(7);
        assertThat(statistics.perType()).isEqualTo(Map.of("deposited", 6L, "unheard_of", 1L));
        assertThat(statistics.perDay())
                .containsEntry(LocalDate.of(2026, 1, 3), 3L)
                .containsEntry(LocalDate.of(2026, 1, 1), 2L)
                .containsEntry(LocalDate.of(1969, 12, 31), 1L)
                .hasSize(4);
        assertThat(statistics.perHourOfDay()).hasSize(24);
        assertThat(statistics.perHourOfDay().get(12)).isEqualTo(4);
        assertThat(statistics.perHourOfDay().get(11)).isEqualTo(1);
        assertThat(statistics.perHourOfDay().get(23)).isEqualTo(1);
        assertThat(statistics.perRecentHour())
                .isEqualTo(Map.of(
                        Instant.parse("2026-01-03T12:00:00Z"), 2L,
                        Instant.parse("2026-01-03T11:00:00Z"), 1L,
                        Instant.parse("2026-01-01T13:00:00Z"), 1L));
    }

    @Test
    void recent_hours_move_on_with_the_log() {
        bank.clock.set(NOON);
        bank.deposit("a1", 1);
        assertThat(statistics().perRecentHour()).hasSize(1);

        bank.clock.set(NOON.plus(Duration.ofDays(2)));
        bank.deposit("a1", 1);

        assertThat(statistics().perRecentHour()).containsOnlyKeys(Instant.parse("2026-01-05T12:00:00Z"));
    }

    @Test
    void a_call_reads_only_what_is_new() {
        bank.deposit("a1", 1);
        bank.deposit("a1", 1);
        assertThat(statistics().events()).isEqualTo(2);
        bank.deposit("a1", 1);
        bank.storage.eventsRead.set(0);

        assertThat(statistics().events()).isEqualTo(3);

        assertThat(bank.storage.eventsRead).hasValue(1);
    }

    @Test
    void after_a_restart_only_what_came_after_closing_is_read() {
        bank.deposit("a1", 1);
        bank.deposit("a1", 1);
        Statistics before = statistics();
        bank.daybook.close();
        bank.deposit("a1", 1);
        bank.storage.eventsRead.set(0);

        try (Daybook again = bank.open(settings -> settings)) {
            Statistics after = again.auditTrail().statistics();
            assertThat(after.events()).isEqualTo(3);
            assertThat(after.perType()).isEqualTo(Map.of("deposited", 3L));
            assertThat(after.perDay()).hasSameSizeAs(before.perDay());
            assertThat(after.perHourOfDay().getFirst()).isEqualTo(3);
            assertThat(after.perRecentHour()).isEqualTo(Map.of(bank.clock.instant(), 3L));
        }
        assertThat(bank.storage.eventsRead).hasValue(1);
    }

    @Test
    void a_growing_log_is_kept_in_few_snapshots() {
        for (int call = 0; call < 30; call++) {
            for (int i = 0; i < 500; i++) {
                bank.store("a1", AccountCodec.MOVED, "1");
            }
            assertThat(statistics().events()).isEqualTo((call + 1) * 500L);
        }

        assertThat(bank.storage.saves).hasSizeBetween(8, 15);
        assertThat(bank.storage.saves).extracting(Snapshot::sequence).isSorted().startsWith(1_000L, 2_000L);
    }

    @Test
    void one_that_cannot_be_read_is_counted_again_from_the_first_event() {
        bank.deposit("a1", 1);
        assertThat(statistics().events()).isEqualTo(1);
        bank.daybook.close();
        bank.storage.onSnapshotRead = state -> Payload.json("spoilt");

        try (Daybook again = bank.open(settings -> settings)) {
            assertThat(again.auditTrail().statistics())
                    .returns(1L, Statistics::events)
                    .returns(1L, Statistics::snapshotFaults);
        }
    }

    @Test
    void snapshots_and_replays_are_counted() {
        bank.deposit("a1", 1);
        assertThat(bank.accounts.snapshot("a1")).isTrue();

        Statistics statistics = statistics();

        assertThat(statistics.snapshots().count()).isEqualTo(1);
        assertThat(statistics.snapshots().bytes()).isPositive();
        assertThat(statistics.replays().count()).isEqualTo(2);
        assertThat(statistics.replays().max())
                .isGreaterThanOrEqualTo(statistics.replays().mean());
        assertThat(statistics.replays().mean()).isPositive();
    }

    private Statistics statistics() {
        return bank.daybook.auditTrail().statistics();
    }
}
