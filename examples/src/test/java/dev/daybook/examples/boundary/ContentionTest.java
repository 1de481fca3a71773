package dev.daybook.examples.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.core.Daybook;
import dev.daybook.core.boundary.Boundary;
import dev.daybook.core.boundary.Decider;
import dev.daybook.core.boundary.Decision;
import dev.daybook.core.context.Context;
import dev.daybook.examples.boundary.Courses.StudentSubscribed;
import dev.daybook.examples.boundary.Invoices.InvoiceIssued;
import dev.daybook.examples.boundary.Transfers.Moved;
import dev.daybook.examples.boundary.UserNames.UserRegistered;
import dev.daybook.jackson.JacksonCodec;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.storage.Storage;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule on both embedded engines, with eight callers who all want the same. */
@Timeout(120)
class ContentionTest {

    private static final int CALLERS = 8;

    private final JacksonCodec codec = JacksonCodec.of(
            UserRegistered.class, StudentSubscribed.class, Moved.class, InvoiceIssued.class, Tokens.Event.class);

    @TempDir
    Path folder;

    private Daybook daybook(Storage storage) {
        return Daybook.builder(storage, codec).attempts(1_000).build();
    }

    private Storage open(String engine) {
        return Storage.open(engine + ":" + folder.resolve("log.db"));
    }

    /** Every caller asks each of so many things, in an order of his own. */
    private static <C, R> List<Decision<R>> all(
            Daybook daybook, Boundary<C, ?, ?, R> rules, int count, IntFunction<C> command) throws Exception {
        Decider<C, ?, ?, R> decider = daybook.decider(rules);
        List<Future<List<Decision<R>>>> callers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int caller = 0; caller < CALLERS; caller++) {
                Random random = new Random(caller);
                callers.add(threads.submit(() -> {
                    List<Integer> order =
                            new ArrayList<>(IntStream.range(0, count).boxed().toList());
                    java.util.Collections.shuffle(order, random);
                    return order.stream()
                            .map(n -> decider.execute(command.apply(n), Context.by("caller")))
                            .toList();
                }));
            }
        }
        List<Decision<R>> decisions = new ArrayList<>();
        for (Future<List<Decision<R>>> caller : callers) {
            decisions.addAll(caller.get());
        }
        return decisions;
    }

    private static long accepted(List<? extends Decision<?>> decisions) {
        assertThat(decisions).noneMatch(Decision.Conflict.class::isInstance);
        return decisions.stream().filter(Decision.Accepted.class::isInstance).count();
    }

    private <E> List<E> events(Storage storage, Class<E> type) {
        try (EventCursor cursor = storage.log().read(Query.all(), Range.all())) {
            List<E> events = new ArrayList<>();
            while (cursor.hasNext()) {
                StoredEvent stored = cursor.next();
                codec.decode(stored.type(), stored.payload()).forEach(event -> events.add(type.cast(event)));
            }
            return events;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "h2"})
    void a_user_name_is_taken_once(String engine) throws Exception {
        try (Storage storage = open(engine);
                Daybook daybook = daybook(storage)) {
            var decisions = all(
                    daybook,
                    new UserNames(),
                    10,
                    n -> new UserNames.Register(
                            "account_" + Thread.currentThread().threadId() + "_" + n,
                            n % 2 == 0 ? "Ann" + n : "ANN" + n));
            assertThat(accepted(decisions)).isEqualTo(10);
            assertThat(events(storage, UserRegistered.class)).hasSize(10).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "h2"})
    void no_course_is_overbooked_and_no_student_overworked(String engine) throws Exception {
        try (Storage storage = open(engine);
                Daybook daybook = daybook(storage)) {
            var decisions = all(daybook, new Courses(), 40, n -> new Courses.Subscribe("c" + n % 4, "s" + n % 10, 7));
            List<StudentSubscribed> events = events(storage, StudentSubscribed.class);
            assertThat(accepted(decisions)).isEqualTo(events.size());
            assertThat(events).doesNotHaveDuplicates().isNotEmpty();
            Map<String, Integer> counts = new HashMap<>();
            events.forEach(event -> {
                counts.merge(event.course(), 1, Integer::sum);
                counts.merge(event.student(), 1, Integer::sum);
            });
            counts.forEach((who, count) ->
                    assertThat(count).as(who).isLessThanOrEqualTo(who.startsWith("c") ? 7 : Courses.MOST_COURSES));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "h2"})
    void money_that_moves_is_neither_made_nor_lost_and_no_wallet_owes_any(String engine) throws Exception {
        try (Storage storage = open(engine);
                Daybook daybook = daybook(storage)) {
            Decider<Transfers.Transfer, BigDecimal, Moved, Transfers.TooLittle> decider =
                    daybook.decider(new Transfers());
            for (int wallet = 0; wallet < 4; wallet++) {
                decider.execute(
                        new Transfers.Transfer(Transfers.OUTSIDE, "w" + wallet, BigDecimal.TEN), Context.by("bank"));
            }
            all(
                    daybook,
                    new Transfers(),
                    20,
                    n -> new Transfers.Transfer("w" + n % 4, "w" + (n + 1) % 4, BigDecimal.valueOf(3 + n)));
            Map<String, BigDecimal> balances = new HashMap<>();
            for (Moved moved : events(storage, Moved.class)) {
                BigDecimal balance = balances.merge(moved.wallet(), moved.amount(), BigDecimal::add);
                assertThat(balance.signum() >= 0 || moved.wallet().equals(Transfers.OUTSIDE))
                        .as("%s after %s", balance, moved)
                        .isTrue();
            }
            assertThat(balances.remove(Transfers.OUTSIDE)).isEqualByComparingTo("-40");
            assertThat(balances.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo("40");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "h2"})
    void invoices_are_numbered_without_a_gap(String engine) throws Exception {
        try (Storage storage = open(engine);
                Daybook daybook = daybook(storage)) {
            var decisions = all(daybook, new Invoices(), 10, n -> new Invoices.Issue("2026", "customer_" + n));
            assertThat(accepted(decisions)).isEqualTo(80);
            assertThat(events(storage, InvoiceIssued.class))
                    .extracting(InvoiceIssued::number)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 80).boxed().toList());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "h2"})
    void a_token_works_once(String engine) throws Exception {
        try (Storage storage = open(engine);
                Daybook daybook = daybook(storage)) {
            all(daybook, new Tokens(), 5, n -> new Tokens.Command.Issue("t" + n));
            var decisions = all(daybook, new Tokens(), 6, n -> new Tokens.Command.Redeem("t" + n, "somebody"));
            assertThat(accepted(decisions)).isEqualTo(5);
            assertThat(decisions)
                    .filteredOn(new Decision.Rejected<>(Tokens.Refusal.UNKNOWN_TOKEN)::equals)
                    .hasSize(CALLERS);
            assertThat(events(storage, Tokens.Event.class)).hasSize(10).doesNotHaveDuplicates();
        }
    }
}
