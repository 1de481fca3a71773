package dev.daybook.testkit.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.core.consumer.ConsumerSettings;
import dev.daybook.core.consumer.EventConsumer;
import dev.daybook.core.consumer.Work;
import dev.daybook.core.projection.Projection;
import dev.daybook.core.projection.Projector;
import dev.daybook.core.projection.Recorded;
import dev.daybook.ports.consumer.Progress;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.view.RowChange;
import dev.daybook.ports.view.ViewRow;
import dev.daybook.testkit.core.Account.Event;
import dev.daybook.testkit.core.Account.State;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a consumer that is behind keeps what has come of the events. */
class ConsumerBatchTest {

    private static final int EVENTS = 250;
    private static final int BATCH = 10;

    private final Bank bank = new Bank();

    @BeforeEach
    void deposit() {
        for (int i = 0; i < EVENTS; i++) {
            bank.deposit("a" + i, 1);
        }
    }

    @Test
    void work_that_says_nothing_is_kept_a_batch_at_a_time() throws Exception {
        follow(new Rows(StoredEvent::aggregateId, (rows, events) -> events >= BATCH));
        assertThat(steps()).containsOnly((long) BATCH);
    }

    @Test
    void rows_that_change_again_and_again_are_kept_once_in_ten_batches() throws Exception {
        follow(new Rows(event -> "total", (rows, events) -> rows >= BATCH));
        assertThat(steps()).containsExactly(100L, 100L, 50L);
    }

    @Test
    void where_each_event_changes_another_row_a_batch_is_kept_when_it_is_full() throws Exception {
        follow(new Rows(StoredEvent::aggregateId, (rows, events) -> rows >= BATCH));
        assertThat(steps()).containsOnly((long) BATCH);
    }

    @Test
    void a_batch_does_not_go_on_for_long() throws Exception {
        follow(new Rows(
                event -> {
                    bank.clock.advance(Duration.ofMillis(20));
                    return "total";
                },
                (rows, events) -> false));
        assertThat(steps()).containsOnly(25L);
    }

    @Test
    void a_view_with_a_key_for_each_event_is_kept_in_steps_that_a_storage_takes() throws Exception {
        int most = bank.storage.description().limits().eventsPerAppend();
        for (int i = EVENTS; i <= most; i++) {
            bank.deposit("a" + i, 1);
        }
        try (Projector<State, Event> projector = bank.daybook.projector(new Balances())) {
            projector.start();
            assertThat(projector.consumer().awaitPosition(most + 1L, Duration.ofSeconds(30)))
                    .isTrue();
        }
        assertThat(bank.storage.commits)
                .hasSizeGreaterThan(1)
                .allSatisfy(step -> assertThat(step.changes()).hasSizeLessThanOrEqualTo(most));
    }

    private static final class Balances implements Projection<State, Event> {

        private final Account account = new Account();

        @Override
        public String name() {
            return "balances";
        }

        @Override
        public Class<Event> eventClass() {
            return Event.class;
        }

        @Override
        public Class<State> stateClass() {
            return State.class;
        }

        @Override
        public State initial() {
            return account.initial();
        }

        @Override
        public Optional<String> key(Recorded<Event> event) {
            return Optional.of(event.aggregateId());
        }

        @Override
        public State apply(State state, Recorded<Event> event) {
            return account.apply(state, event.event());
        }
    }

    private void follow(Work work) throws InterruptedException {
        try (EventConsumer consumer = bank.daybook
                .consumer(
                        "totals", Query.all(), work, ConsumerSettings.standard().withBatch(BATCH))
                .start()) {
            assertThat(consumer.awaitPosition(EVENTS, Duration.ofSeconds(30))).isTrue();
        }
    }

    /** How far each commit has moved the checkpoint. */
    private List<Long> steps() {
        List<Long> reached =
                bank.storage.commits.stream().map(Progress::checkpoint).toList();
        assertThat(reached.getLast()).isEqualTo(EVENTS);
        return IntStream.range(0, reached.size())
                .mapToObj(i -> reached.get(i) - (i == 0 ? 0 : reached.get(i - 1)))
                .toList();
    }

    /** Writes the row of each event's key, and is full when it is told so. */
    private static final class Rows implements Work {

        private final Function<StoredEvent, String> key;
        private final BiPredicate<Integer, Long> full;
        private final Map<String, RowChange> changed = new LinkedHashMap<>();

        Rows(Function<StoredEvent, String> key, BiPredicate<Integer, Long> full) {
            this.key = key;
            this.full = full;
        }

        @Override
        public void handle(StoredEvent event) {
            String row = key.apply(event);
            changed.put(row, new RowChange.Put("totals", new ViewRow(row, "", Payload.json("{}"))));
        }

        @Override
        public List<RowChange> takeChanges() {
            List<RowChange> taken = List.copyOf(changed.values());
            changed.clear();
            return taken;
        }

        @Override
        public boolean isFull(long events, int batch) {
            return full.test(changed.size(), events);
        }
    }
}
