package dev.daybook.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.Timestamps;
import dev.daybook.ports.snapshot.Snapshot;
import dev.daybook.ports.snapshot.SnapshotTotals;
import dev.daybook.ports.snapshot.Snapshots;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** A snapshot is found by aggregate and fingerprint, the newest within its bounds, exactly as it was saved. */
abstract class SnapshotContract extends Suite {

    private static final Instant LATEST = Instant.parse("2026-01-01T10:00:00.000001Z");

    private Snapshots snapshots() {
        return storage.snapshots();
    }

    /** The state at a sequence, made of events of which the last happened that many hours after ten. */
    private static Snapshot snapshot(String aggregateId, long sequence, String fingerprint) {
        Instant latest = LATEST.plus(Duration.ofHours(sequence));
        Payload state = Payload.json("{\"sequence\":" + sequence + "}");
        return new Snapshot(aggregateId, sequence, fingerprint, latest, latest.plusNanos(5_000), state);
    }

    private Snapshot saved(String aggregateId, long sequence, String fingerprint) {
        Snapshot snapshot = snapshot(aggregateId, sequence, fingerprint);
        snapshots().save(snapshot);
        return snapshot;
    }

    @Test
    void nothing_is_found_where_nothing_was_saved() {
        assertThat(snapshots().newest("order_1", "f1")).isEmpty();
        assertThat(snapshots().totals()).isEqualTo(new SnapshotTotals(0, 0));
    }

    @Test
    void the_newest_is_the_one_of_the_highest_sequence_whenever_it_was_saved() {
        saved("order_1", 1, "f1");
        Snapshot newest = saved("order_1", 30, "f1");
        saved("order_1", 4, "f1");
        assertThat(snapshots().newest("order_1", "f1")).hasValue(newest);
    }

    @Test
    void the_sequence_bounds_what_is_found() {
        Snapshot first = saved("order_1", 1_000, "f1");
        Snapshot second = saved("order_1", 2_000, "f1");
        assertThat(newest(2_000, Timestamps.LATEST)).isEqualTo(second);
        assertThat(newest(1_999, Timestamps.LATEST)).isEqualTo(first);
        assertThat(newest(1_000, Timestamps.LATEST)).isEqualTo(first);
        assertThat(snapshots().newest("order_1", "f1", 999, Timestamps.LATEST)).isEmpty();
    }

    @Test
    void the_latest_timestamp_bounds_what_is_found() {
        Snapshot first = saved("order_1", 1, "f1");
        Snapshot second = saved("order_1", 2, "f1");
        assertThat(newest(Long.MAX_VALUE, second.latest())).isEqualTo(second);
        assertThat(newest(Long.MAX_VALUE, second.latest().minusNanos(1_000))).isEqualTo(first);
        assertThat(newest(Long.MAX_VALUE, first.latest())).isEqualTo(first);
        assertThat(snapshots()
                        .newest("order_1", "f1", Long.MAX_VALUE, first.latest().minusNanos(1_000)))
                .isEmpty();
    }

    private Snapshot newest(long atMostSequence, Instant atMostLatest) {
        return snapshots().newest("order_1", "f1", atMostSequence, atMostLatest).orElseThrow();
    }

    @Test
    void both_bounds_apply_together() {
        Snapshot first = saved("order_1", 1, "f1");
        Snapshot second = saved("order_1", 2, "f1");
        saved("order_1", 3, "f1");
        assertThat(newest(2, Timestamps.LATEST)).isEqualTo(second);
        assertThat(newest(3, first.latest())).isEqualTo(first);
        assertThat(newest(1, second.latest())).isEqualTo(first);
    }

    @Test
    void a_snapshot_of_another_fold_is_never_found() {
        saved("order_1", 5, "f1");
        Snapshot other = saved("order_1", 3, "f2");
        assertThat(snapshots().newest("order_1", "f2")).hasValue(other);
        assertThat(snapshots().newest("order_1", "F1")).isEmpty();
        assertThat(snapshots().newest("order_1", "f")).isEmpty();
    }

    @Test
    void a_snapshot_of_another_aggregate_is_never_found() {
        saved("order_1", 5, "f1");
        assertThat(snapshots().newest("order_2", "f1")).isEmpty();
        assertThat(snapshots().newest("Order_1", "f1")).isEmpty();
        assertThat(snapshots().newest("order_1 ", "f1")).isEmpty();
    }

    @Test
    void a_snapshot_of_the_same_sequence_is_replaced() {
        saved("order_1", 5, "f1");
        Snapshot other = new Snapshot("order_1", 5, "f1", LATEST, LATEST, Payload.of("text/plain", new byte[] {0, 1}));
        snapshots().save(other);
        assertThat(snapshots().newest("order_1", "f1")).hasValue(other);
        assertThat(snapshots().totals()).isEqualTo(new SnapshotTotals(1, 2));
    }

    @Test
    void totals_count_snapshots_and_the_bytes_of_their_states() {
        saved("order_1", 1, "f1");
        saved("order_1", 1, "f2");
        saved("order_1", 2, "f1");
        saved("order_2", 10, "f1");
        int bytes = 3 * "{\"sequence\":1}".length() + "{\"sequence\":10}".length();
        assertThat(snapshots().totals()).isEqualTo(new SnapshotTotals(4, bytes));
    }

    @Test
    void a_snapshot_needs_no_event_of_its_name_and_makes_none() {
        Snapshot ofTheWholeLog = saved("fold over all \ud83d\udcd2 caf\u00e9", 7, "v1 {a:int}");
        assertThat(snapshots().newest(ofTheWholeLog.aggregateId(), ofTheWholeLog.fingerprint()))
                .hasValue(ofTheWholeLog);
        assertThat(log().head()).isZero();
        assertThat(append(Samples.event(ofTheWholeLog.aggregateId())).getFirst().sequence())
                .isEqualTo(1);
    }

    @Test
    void times_of_a_snapshot_are_kept_to_the_microsecond_however_far_away() {
        Snapshot far = new Snapshot("order_1", 1, "f1", Timestamps.LATEST, Timestamps.EARLIEST, Samples.PAYLOAD);
        snapshots().save(far);
        assertThat(snapshots().newest("order_1", "f1")).hasValue(far);
    }

    @Test
    void a_state_changed_after_it_was_saved_or_found_does_not_reach_the_storage() {
        byte[] bytes = {1, 2, 3};
        snapshots().save(new Snapshot("order_1", 1, "f1", LATEST, LATEST, Payload.json(bytes)));
        Arrays.fill(bytes, (byte) 9);
        Arrays.fill(snapshots().newest("order_1", "f1").orElseThrow().state().bytes(), (byte) 9);
        assertThat(snapshots().newest("order_1", "f1").orElseThrow().state().bytes())
                .containsExactly(1, 2, 3);
    }

    @Test
    void snapshots_are_the_same_after_reopening_where_the_storage_is_persistent_and_gone_elsewhere() {
        Snapshot saved = saved("order_1", 5, "f1");
        reopen();
        if (fixture().isPersistent()) {
            assertThat(snapshots().newest("order_1", "f1")).hasValue(saved);
            assertThat(snapshots().totals().count()).isEqualTo(1);
        } else {
            assertThat(snapshots().newest("order_1", "f1")).isEmpty();
            assertThat(snapshots().totals().count()).isZero();
        }
    }

    @Test
    void snapshots_saved_by_many_threads_are_all_there() {
        Crew.of(Crew.VIRTUAL, 32, n -> {
                    for (int sequence = 1; sequence <= 5; sequence++) {
                        saved("order_" + n % 4, sequence, "f" + n);
                    }
                })
                .join();
        assertThat(snapshots().totals().count()).isEqualTo(32 * 5);
        assertThat(snapshots().newest("order_3", "f31")).hasValue(snapshot("order_3", 5, "f31"));
    }
}
