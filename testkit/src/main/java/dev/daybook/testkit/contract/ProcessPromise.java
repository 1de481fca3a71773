package dev.daybook.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.storage.StorageException;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Two processes on one place: order, sequences and conditions stay exact where they share it. */
abstract class ProcessPromise extends Suite {

    private static final int TIMES = 150;

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
        List<Long> expected =
                LongStream.rangeClosed(1, shared ? 2 * TIMES : TIMES).boxed().toList();
        List<StoredEvent> counted = read(Query.aggregate(Counter.ID), Range.all());
        assertThat(counted).extracting(Counter::value).isEqualTo(expected);
        assertThat(Results.positions(counted)).isEqualTo(expected);
        assertThat(Results.sequences(counted)).isEqualTo(expected);
        assertThat(counted).extracting(StoredEvent::recordedAt).isSorted();
    }
}
