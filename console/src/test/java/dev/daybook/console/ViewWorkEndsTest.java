package dev.daybook.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.console.action.Actions;
import dev.daybook.console.reading.Readers;
import dev.daybook.console.rebuild.Rebuilds;
import dev.daybook.console.rebuild.Work;
import dev.daybook.console.security.Caller;
import dev.daybook.console.security.Role;
import dev.daybook.console.security.Security;
import dev.daybook.core.projection.Versions;
import dev.daybook.jackson.export.Redaction;
import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.AppendResult;
import dev.daybook.ports.storage.Storage;
import dev.daybook.ports.view.RowChange;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Long work on views that does not come to its end: the console is closed, or the storage fails. */
@Timeout(60)
class ViewWorkEndsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Caller OLGA = new Caller("olga", Set.of(Role.OPERATOR));

    @TempDir
    private Path folder;

    private final AtomicReference<UnaryOperator<Counted.Count>> besides =
            new AtomicReference<>(UnaryOperator.identity());
    private final Barrier barrier = new Barrier();
    private BreakingCommits storage;
    private Shop shop;
    private Versions<Counted.Count> counted;

    @BeforeEach
    void open() throws InterruptedException {
        storage = BreakingCommits.over(Storage.open("sqlite:" + folder.resolve("shop.db")));
        shop = new Shop(storage, UnaryOperator.identity());
        shop.recordOrders();
        counted = shop.daybook
                .versions(List.of(new Watched(1, besides), new Watched(2, besides)))
                .startBegun();
        assertThat(counted.awaitPosition(3, PATIENCE)).isTrue();
    }

    @AfterEach
    void close() {
        barrier.open();
        counted.close();
        shop.close();
    }

    private void hold() {
        besides.set(count -> {
            barrier.pass();
            return count;
        });
    }

    private void letGo() {
        besides.set(UnaryOperator.identity());
        barrier.open();
    }

    private void build() throws InterruptedException {
        counted.build(2);
        assertThat(counted.version(2).consumer().awaitPosition(storage.log().head(), PATIENCE))
                .isTrue();
    }

    private static List<Thread> workers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("daybook-console-work"))
                .toList();
    }

    /** Before their work could have come to its end by itself. */
    private static void awaitNoWorkers() throws InterruptedException {
        for (Thread worker : workers()) {
            assertThat(worker.join(Duration.ofSeconds(3))).isTrue();
        }
    }

    /** One that can be begun, and is held then. */
    private interface Begun {
        Work on(Rebuilds rebuilds) throws InterruptedException;
    }

    /** Ends as a whole console does when it is closed, while whoever folds is held. */
    private void endsWhenClosed(Begun begun) throws InterruptedException {
        try (Actions actions = new Actions(storage);
                Readers readers = new Readers(
                        shop.daybook,
                        new Readers.Told(Redaction.none(), Map.of(), List.of(), List.of(), List.of(counted)))) {
            Rebuilds rebuilds = new Rebuilds(readers.views(), actions);
            Work work = begun.on(rebuilds);
            assertThat(work.isRunning()).as(() -> work.outcome().toString()).isTrue();
            barrier.awaitSomebody();
            assertThat(workers()).hasSize(1).allMatch(Thread::isDaemon);
            Thread closing = Thread.ofPlatform().daemon().start(rebuilds::close);
            while (work.isRunning()) {
                Thread.onSpinWait();
            }
            assertThat(work.outcome()).isInstanceOf(Work.Outcome.Cancelled.class);
            assertThat(closing.isAlive()).as("it waits for the step at hand").isTrue();
            letGo();
            assertThat(closing.join(PATIENCE)).isTrue();
            awaitNoWorkers();
            assertThat(work.outcome()).isInstanceOf(Work.Outcome.Cancelled.class);
        }
    }

    @Test
    void a_comparison_with_the_log_is_cancelled_by_closing_the_console() throws InterruptedException {
        hold();
        endsWhenClosed(rebuilds -> rebuilds.verify(OLGA, "counted"));
        assertThat(counted.version(1).verify()).isEmpty();
    }

    @Test
    void a_comparison_of_two_versions_is_cancelled_by_closing_the_console() throws InterruptedException {
        build();
        counted.cancel(2);
        shop.record(new Shop.Event.Sent(1), "order_1", "alice", 3);
        assertThat(counted.awaitPosition(storage.log().head(), PATIENCE)).isTrue();
        hold();
        endsWhenClosed(rebuilds -> rebuilds.compare(OLGA, "counted", 1, 2));
        assertThat(counted.compare(1, 2, 10)).hasSize(1);
    }

    @Test
    void a_version_whose_dropping_was_cancelled_by_closing_the_console_before_its_first_row_is_kept()
            throws InterruptedException {
        hold();
        counted.build(2);
        barrier.awaitSomebody();
        endsWhenClosed(rebuilds -> rebuilds.drop(OLGA, "counted", 2));
        assertThat(counted.isDropped(2)).isFalse();
        build();
        assertThat(storage.views().page("counted@2", "", 10)).hasSize(2);
    }

    @Test
    void a_console_that_is_closed_leaves_no_work_behind() throws InterruptedException {
        append(1_000);
        try (Console console = console()) {
            Client client = new Client(console.start(0));
            besides.set(count -> {
                barrier.pass();
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
                return count;
            });
            assertThat(order(client, "verify", "").statusCode()).isEqualTo(202);
            barrier.open();
            assertThat(workers()).hasSize(1);
        }
        awaitNoWorkers();
    }

    @Test
    void a_version_whose_dropping_failed_has_rows_left_and_can_be_dropped_again() throws InterruptedException {
        append(1_200);
        build();
        AtomicInteger removals = new AtomicInteger();
        storage.fails()
                .set(progress -> progress.changes().stream().anyMatch(RowChange.Remove.class::isInstance)
                        && removals.incrementAndGet() == 2);
        try (Console console = console()) {
            Client client = new Client(console.start(0));
            HttpResponse<String> refused = order(client, "drop", ",\"version\":2");
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(refused.body()).contains("could not be dropped", "dropped again");
            JsonNode told = client.json("/api/v1/projections");
            assertThat(told.get("work").get(0).get("state").asString()).isEqualTo("failed");
            assertThat(told.get("projections").get(1).get("standing").asString())
                    .isEqualTo("dropping");
            assertThat(storage.views().page("counted@2", "", 2_000)).hasSize(202);
            assertThat(client.get("/projections", "Accept", "text/html").body())
                    .contains("dropped, some rows are left");

            HttpResponse<String> dropped = order(client, "drop", ",\"version\":2");
            assertThat(dropped.statusCode()).as(dropped.body()).isEqualTo(200);
            assertThat(Client.tree(dropped.body()).get("standing").asString()).isEqualTo("dropped");
        }
        assertThat(storage.views().page("counted@2", "", 10)).isEmpty();
        assertThat(storage.views().page("counted@1", "", 2_000)).hasSize(1_202);
    }

    private Console console() {
        return Console.builder(shop.daybook)
                .view(counted)
                .security(Security.loopback(Role.OPERATOR))
                .build();
    }

    private static HttpResponse<String> order(Client client, String name, String fields) {
        return client.post("/api/v1/projections/" + name, "{\"view\":\"counted\"" + fields + "}");
    }

    /** Of so many further orders the first event, and waits until the view has seen them. */
    private void append(int orders) {
        List<NewEvent> batch = IntStream.range(0, orders)
                .mapToObj(n -> NewEvent.of(
                        UUID.randomUUID(), "order_9" + n, EventType.of("ordered"), Payload.json("{}"), Shop.NOON))
                .toList();
        assertThat(storage.log().append(Append.of(batch))).isInstanceOf(AppendResult.Stored.class);
        try {
            assertThat(counted.awaitPosition(storage.log().head(), PATIENCE)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
