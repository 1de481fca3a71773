package dev.daybook.ports.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.ports.event.Payload;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SnapshotTest {

    private static Snapshot at(Instant latest) {
        return new Snapshot("order_1", 1, "f1", latest, Instant.ofEpochSecond(1, 1_999), Payload.json("{}"));
    }

    @Test
    void its_times_are_cut_to_microseconds() {
        Snapshot snapshot = at(Instant.ofEpochSecond(0, 1_999));
        assertThat(snapshot.latest()).isEqualTo(Instant.ofEpochSecond(0, 1_000));
        assertThat(snapshot.takenAt()).isEqualTo(Instant.ofEpochSecond(1, 1_000));
    }

    @Test
    void a_time_beyond_all_times_is_refused() {
        assertThatThrownBy(() -> at(Instant.MAX)).isInstanceOf(IllegalArgumentException.class);
    }
}
