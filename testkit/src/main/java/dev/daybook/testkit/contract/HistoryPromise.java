package dev.daybook.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.ports.storage.Storage;
import dev.daybook.testkit.history.HistoryChecker;
import dev.daybook.testkit.history.Operation;
import dev.daybook.testkit.history.RecordedLog;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Conditional appends and reads of many threads: one order explains all their answers, and no answer is older than its call. */
abstract class HistoryPromise extends Suite {

    private static final int THREADS = 8;
    private static final int OPERATIONS = 40;

    @Test
    void what_threads_are_answered_at_random_is_explained_by_one_order_in_real_time() {
        RecordedLog recorded = RecordedLog.of(log(), "threads");
        run(Crew.PLATFORM, recorded, recorded);
        isSerializable(recorded.operations());
    }

    @Test
    void what_virtual_threads_are_answered_at_random_is_explained_by_one_order_in_real_time() {
        RecordedLog recorded = RecordedLog.of(log(), "virtual");
        run(Crew.VIRTUAL, recorded, recorded);
        isSerializable(recorded.operations());
    }

    @Test
    void two_storages_on_one_place_answer_by_one_order_where_they_share_it() {
        try (Storage second = fixture().open(folder, clock)) {
            RecordedLog one = RecordedLog.of(log(), "one");
            RecordedLog other = RecordedLog.of(fixture().isPersistent() ? second.log() : log(), "other");
            run(Crew.PLATFORM, one, other);
            isSerializable(Stream.concat(one.operations().stream(), other.operations().stream())
                    .toList());
        }
    }

    private static void run(ThreadFactory threads, RecordedLog one, RecordedLog other) {
        Crew.of(threads, THREADS, n -> new RandomCaller(n % 2 == 0 ? one : other, n).call(OPERATIONS))
                .join();
    }

    private void isSerializable(List<Operation> operations) {
        // Whoever is told of a conflict may ask for the head as well.
        assertThat(operations).hasSizeGreaterThanOrEqualTo(THREADS * OPERATIONS);
        assertThat(operations).noneMatch(Operation.Unanswered.class::isInstance);
        assertThat(HistoryChecker.anomalies(operations, all())).isEmpty();
    }
}
