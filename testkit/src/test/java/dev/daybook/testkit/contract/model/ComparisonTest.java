package dev.daybook.testkit.contract.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.ports.consumer.Consumers;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.AppendResult;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.EventIdReusedException;
import dev.daybook.ports.log.EventLog;
import dev.daybook.ports.log.LogContinuation;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.snapshot.Snapshots;
import dev.daybook.ports.storage.Storage;
import dev.daybook.ports.storage.StorageDescription;
import dev.daybook.ports.view.Views;
import dev.daybook.testkit.memory.InMemoryStorage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

final class ComparisonTest {

    private static final int STEPS = 80;

    private static Comparison of(UnaryOperator<EventLog> fault) {
        return Comparison.ofTransient(() -> clock -> new Faulty(new InMemoryStorage(clock), fault));
    }

    private static String failure(Comparison comparison) {
        return failure(seed -> comparison.run(seed, STEPS));
    }

    private static String failure(LongConsumer run) {
        for (long seed = 1; seed < 30; seed++) {
            try {
                run.accept(seed);
            } catch (AssertionError e) {
                return String.valueOf(e.getMessage());
            }
        }
        throw new AssertionError("the planted fault was not found in 29 runs");
    }

    private static List<String> steps(String failure) {
        return failure.lines()
                .filter(line -> line.startsWith("  "))
                .map(String::strip)
                .toList();
    }

    @Test
    void no_difference_is_found_where_there_is_none() {
        Comparison sound = of(log -> log);
        for (long seed = 1; seed < 50; seed++) {
            sound.run(seed, STEPS);
        }
    }

    @Test
    void the_same_seed_gives_the_same_steps() {
        assertThat(Generator.ofFew(7).steps(STEPS)).isEqualTo(Generator.ofFew(7).steps(STEPS));
        assertThat(Generator.ofFew(7).steps(STEPS))
                .isNotEqualTo(Generator.ofFew(8).steps(STEPS));
    }

    @Test
    void the_steps_are_of_every_kind_and_meet_every_answer() {
        List<Step> steps = Generator.ofFew(1).steps(2_000);
        assertThat(steps.stream().map(Step::getClass).distinct()).hasSize(Step.class.getPermittedSubclasses().length);
        try (Storage storage = new InMemoryStorage()) {
            List<String> answers = new ArrayList<>();
            for (Step step : steps) {
                if (step instanceof Step.AppendEvents(Append append)) {
                    answers.add(answer(storage, append));
                }
            }
            assertThat(answers).contains("Stored", "AlreadyStored", "Conflict", "EventIdReusedException");
        }
    }

    @Test
    void appends_have_several_conditions_and_queries_several_alternatives() {
        List<Step> steps = Generator.ofFew(1).steps(2_000);
        Set<Integer> conditions = new HashSet<>();
        Set<Integer> alternatives = new HashSet<>();
        for (Step step : steps) {
            switch (step) {
                case Step.AppendEvents(Append append) ->
                    conditions.add(append.conditions().size());
                case Step.Read(Query query, Range range) ->
                    alternatives.add(query.anyOf().size());
                default -> {
                    // Holds neither.
                }
            }
        }
        assertThat(conditions).containsExactlyInAnyOrder(0, 1, 2);
        assertThat(alternatives).contains(1, 2, 3);
    }

    @Test
    void a_long_run_is_several_thousand_events_long_and_still_meets_every_answer() {
        for (long seed = 1; seed < 10; seed++) {
            try (Storage storage = new InMemoryStorage()) {
                List<String> answers = new ArrayList<>();
                for (Step step : Generator.ofMany(seed).steps(120)) {
                    if (step instanceof Step.AppendEvents(Append append)) {
                        answers.add(answer(storage, append));
                    }
                }
                assertThat(storage.log().head()).as("seed " + seed).isGreaterThan(4_200);
                assertThat(answers).contains("Stored", "Conflict");
            }
        }
    }

    @Test
    void what_is_lost_between_two_blocks_is_found_and_shrunk_to_few_steps() {
        Comparison faulty = of(log -> new Delegate(log) {
            @Override
            public EventCursor read(Query query, Range range) {
                return new Without(super.read(query, range), event -> event.position() == 1_025);
            }
        });
        assertThat(steps(failure(faulty::runLong))).hasSizeLessThan(10);
    }

    private static String answer(Storage storage, Append append) {
        try {
            return storage.log().append(append).getClass().getSimpleName();
        } catch (EventIdReusedException e) {
            return e.getClass().getSimpleName();
        }
    }

    @Test
    void a_wrong_order_backwards_is_shrunk_to_two_events_and_a_read() {
        String failure = failure(of(log -> new Delegate(log) {
            @Override
            public EventCursor read(Query query, Range range) {
                return super.read(
                        query, range.isForwards() ? range : Range.all().limit(range.limit()));
            }
        }));
        assertThat(failure)
                .contains("-Ddaybook.model.seed=")
                .contains("expected: ")
                .contains("found: ");
        assertThat(steps(failure))
                .hasSizeLessThanOrEqualTo(3)
                .first()
                .asString()
                .startsWith("append(event(#");
    }

    @Test
    void a_lost_third_event_is_shrunk_to_one_append_of_three() {
        String failure = failure(of(log -> new Delegate(log) {
            @Override
            public AppendResult append(Append append) {
                boolean three = append.events().size() > 2;
                return super.append(three ? new Append(append.events().subList(0, 2), append.conditions()) : append);
            }
        }));
        assertThat(steps(failure)).hasSize(1);
        assertThat(failure.split("event\\(#", -1))
                .as("parts around three events")
                .hasSize(1 + 3);
    }

    @Test
    void what_only_the_whole_log_shows_is_found_at_the_end() {
        String failure = failure(of(log -> new Delegate(log) {
            @Override
            public EventCursor read(Query query, Range range) {
                EventCursor cursor = super.read(query, range);
                long last = head();
                return query.equals(Query.all()) && range.equals(Range.all())
                        ? new Without(cursor, event -> event.position() == last)
                        : cursor;
            }
        }));
        assertThat(steps(failure)).hasSize(1).first().asString().startsWith("append(");
    }

    @Test
    void a_storage_that_forgets_what_it_should_keep_is_found_by_reopening() {
        Comparison forgetful = Comparison.ofPersistent(() -> InMemoryStorage::new);
        assertThat(steps(failure(forgetful))).hasSizeBetween(2, 3).contains("reopen()");
    }

    @Test
    void a_run_by_system_properties_fails_with_the_seed() {
        Comparison forgetful = Comparison.ofPersistent(() -> InMemoryStorage::new);
        assertThatThrownBy(forgetful::run).isInstanceOf(AssertionError.class).hasMessageContaining("seed");
    }

    private record Faulty(Storage storage, UnaryOperator<EventLog> fault) implements Storage {
        @Override
        public EventLog log() {
            return fault.apply(storage.log());
        }

        @Override
        public LogContinuation continuation() {
            return storage.continuation();
        }

        @Override
        public Snapshots snapshots() {
            return storage.snapshots();
        }

        @Override
        public Consumers consumers() {
            return storage.consumers();
        }

        @Override
        public Views views() {
            return storage.views();
        }

        @Override
        public StorageDescription description() {
            return storage.description();
        }

        @Override
        public void close() {
            storage.close();
        }
    }

    private static class Delegate implements EventLog {
        private final EventLog log;

        Delegate(EventLog log) {
            this.log = log;
        }

        @Override
        public AppendResult append(Append append) {
            return log.append(append);
        }

        @Override
        public EventCursor read(Query query, Range range) {
            return log.read(query, range);
        }

        @Override
        public Optional<StoredEvent> find(UUID id) {
            return log.find(id);
        }

        @Override
        public List<String> aggregates(String afterId, int limit) {
            return log.aggregates(afterId, limit);
        }

        @Override
        public boolean awaitBeyond(long position, Duration atMost) throws InterruptedException {
            return log.awaitBeyond(position, atMost);
        }

        @Override
        public long head() {
            return log.head();
        }
    }

    private static final class Without implements EventCursor {
        private final Iterator<StoredEvent> events;

        Without(EventCursor cursor, Predicate<StoredEvent> lost) {
            List<StoredEvent> all = new ArrayList<>();
            cursor.forEachRemaining(all::add);
            all.removeIf(lost);
            events = all.iterator();
        }

        @Override
        public boolean hasNext() {
            return events.hasNext();
        }

        @Override
        public StoredEvent next() {
            return events.next();
        }

        @Override
        public void close() {
            // A list holds nothing.
        }
    }
}
