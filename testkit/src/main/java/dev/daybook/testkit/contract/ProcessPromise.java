package dev.daybook.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.storage.StorageException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Several processes on one place: order, sequences and conditions stay exact where they share it. */
abstract class ProcessPromise extends Suite {

    private static final int TIMES = 150;
    private static final int OPENERS = 3;
    private static final int TIMES_EACH = 20;

    @Test
    void two_processes_lose_no_update_where_they_share_the_log_and_keep_apart_elsewhere() throws Exception {
        try (ChildJvm child = ChildJvm.start("count", fixture().url(folder), String.valueOf(TIMES))) {
            if (fixture().isExclusive()) {
                assertThat(child.exitCode()).as("the second process").isNotZero();
                assertThat(child.complaints()).contains(StorageException.class.getName(), "one process at a time");
            } else {
                assertThat(child.lines(1)).containsExactly("ready");
            }
            for (int n = 0; n < TIMES; n++) {
                Counter.countOn(log());
            }
            if (!fixture().isExclusive()) {
                assertThat(child.lines(1)).containsExactly("done");
                assertThat(child.exitCode()).as(child.complaints()).isZero();
            }
        }
        boolean shared = fixture().isPersistent() && !fixture().isExclusive();
        assertCounted(shared ? 2 * TIMES : TIMES);
    }

    @Test
    void processes_that_open_a_new_place_at_once_make_one_log_of_it() throws Exception {
        storage.close();
        folder = Folders.created(folder.resolve("new"));
        List<ChildJvm> openers = new ArrayList<>();
        try {
            for (int n = 0; n < OPENERS; n++) {
                openers.add(ChildJvm.prepared("count", fixture().url(folder), String.valueOf(TIMES_EACH)));
            }
            for (ChildJvm opener : openers) {
                opener.go();
            }
            int counted = 0;
            for (ChildJvm opener : openers) {
                counted += hasCounted(opener) ? TIMES_EACH : 0;
            }
            open_the_storage();
            assertThat(counted).as("counted by all").isPositive();
            assertCounted(fixture().isPersistent() ? counted : 0);
        } finally {
            for (ChildJvm opener : openers) {
                opener.close();
            }
        }
    }

    /** Only where one process has the place for itself may it have come too late. */
    private boolean hasCounted(ChildJvm opener) throws InterruptedException {
        int exitCode = opener.exitCode();
        if (exitCode != 0) {
            assertThat(fixture().isExclusive()).as(opener.complaints()).isTrue();
            assertThat(opener.complaints()).contains("one process at a time");
        }
        return exitCode == 0;
    }

    private void assertCounted(int times) {
        List<Long> expected = LongStream.rangeClosed(1, times).boxed().toList();
        List<StoredEvent> counted = all();
        assertThat(counted).extracting(Counter::value).isEqualTo(expected);
        assertThat(Results.positions(counted)).isEqualTo(expected);
        assertThat(Results.sequences(counted)).isEqualTo(expected);
        assertThat(counted).extracting(StoredEvent::recordedAt).isSorted();
    }
}
