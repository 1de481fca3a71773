package dev.daybook.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.AppendResult;
import dev.daybook.ports.log.Condition;
import dev.daybook.ports.log.EventIdReusedException;
import dev.daybook.ports.storage.Fault;
import dev.daybook.ports.storage.Storage;
import dev.daybook.ports.storage.StorageException;
import dev.daybook.testkit.sample.Events;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many callers, one transaction, and to each of them its own answer. */
@Timeout(60)
class SqliteGroupCommitTest {

    @TempDir
    private Path folder;

    private Storage storage;
    private Connection blocker;

    @BeforeEach
    void open() throws Exception {
        Path file = folder.resolve("log.db");
        storage = SqliteStorage.open(file);
        blocker = DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    @AfterEach
    void close() throws Exception {
        blocker.close();
        storage.close();
    }

    @Test
    void callers_that_queue_are_committed_together_and_in_order() throws Exception {
        List<Future<AppendResult>> answers = whileBlocked(() -> {
            List<Future<AppendResult>> waiting = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                waiting.add(queued(Events.append("order_" + i)));
            }
            return waiting;
        });
        for (Future<AppendResult> answer : answers) {
            assertThat(answer.get()).isInstanceOf(AppendResult.Stored.class);
        }
        List<StoredEvent> all = Events.all(storage.log());
        assertThat(all).extracting(StoredEvent::position).isEqualTo(positions(20));
        assertThat(all.stream().map(StoredEvent::recordedAt).collect(Collectors.toSet()))
                .as("the first alone, the others in one group")
                .hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void a_conflict_a_repetition_and_a_reused_id_do_not_fail_their_neighbours() throws Exception {
        NewEvent old = Events.event("order_1");
        storage.log().append(Append.of(old));
        NewEvent twin = Events.event("order_2");
        List<Future<AppendResult>> answers = whileBlocked(() -> List.of(
                queued(Events.append("order_3")),
                queued(Append.of(twin).onlyIf(Condition.mustNotExist("order_2"))),
                queued(Events.append("order_2").onlyIf(Condition.mustNotExist("order_2"))),
                queued(Append.of(old)),
                queued(Append.of(twin)),
                queued(Append.of(otherContent(old))),
                queued(Append.of(List.of(Events.event("order_4"), otherContent(twin)))),
                queued(Events.append("order_2").onlyIf(Condition.expectedSequence("order_2", 1)))));

        assertThat(answers.get(0).get()).isInstanceOf(AppendResult.Stored.class);
        assertThat(answers.get(1).get()).isInstanceOf(AppendResult.Stored.class);
        assertThat(answers.get(2).get()).isEqualTo(new AppendResult.Conflict(Condition.mustNotExist("order_2"), 1));
        assertThat(answers.get(3).get()).isInstanceOf(AppendResult.AlreadyStored.class);
        assertThat(answers.get(4).get()).isInstanceOf(AppendResult.AlreadyStored.class);
        assertThat(failure(answers.get(5))).isInstanceOf(EventIdReusedException.class);
        assertThat(failure(answers.get(6))).isInstanceOf(EventIdReusedException.class);
        assertThat(answers.get(7).get()).isInstanceOf(AppendResult.Stored.class);
        assertThat(Events.all(storage.log()))
                .extracting(StoredEvent::aggregateId)
                .containsExactly("order_1", "order_3", "order_2", "order_2");
    }

    @Test
    void a_caller_interrupted_while_it_queues_has_written_nothing_and_stays_interrupted() throws Exception {
        CompletableFuture<Boolean> flag = new CompletableFuture<>();
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        List<Future<AppendResult>> answers = whileBlocked(() -> {
            List<Future<AppendResult>> first = List.of(queued(Events.append("order_1")));
            Thread caller = Thread.ofVirtual().start(() -> {
                thrown.complete(catchThrowableOfType(
                        StorageException.class, () -> storage.log().append(Events.append("order_2"))));
                flag.complete(Thread.currentThread().isInterrupted());
            });
            awaitWaiting(caller);
            caller.interrupt();
            thrown.get();
            return first;
        });
        assertThat(answers.getFirst().get()).isInstanceOf(AppendResult.Stored.class);
        assertThat(((StorageException) thrown.get()).fault()).isEqualTo(Fault.INTERRUPTED);
        assertThat(flag.get()).isTrue();
        assertThat(Events.all(storage.log())).hasSize(1);
    }

    @Test
    void who_still_queues_when_the_storage_is_closed_is_told_so() throws Exception {
        Thread[] closing = new Thread[1];
        List<Future<AppendResult>> answers = whileBlocked(() -> {
            List<Future<AppendResult>> waiting =
                    List.of(queued(Events.append("order_1")), queued(Events.append("order_2")));
            closing[0] = Thread.ofPlatform().start(storage::close);
            awaitWaiting(closing[0]);
            return waiting;
        });
        assertThat(answers.get(0).get()).isInstanceOf(AppendResult.Stored.class);
        assertThat(((StorageException) failure(answers.get(1))).fault()).isEqualTo(Fault.CLOSED);
        closing[0].join();
        try (Storage again = SqliteStorage.open(folder.resolve("log.db"))) {
            assertThat(Events.all(again.log()))
                    .extracting(StoredEvent::aggregateId)
                    .containsExactly("order_1");
        }
    }

    private interface Step {
        List<Future<AppendResult>> take() throws Exception;
    }

    /** The first append then waits for the lock as leader, and the others for it. */
    private List<Future<AppendResult>> whileBlocked(Step step) throws Exception {
        try (Statement statement = blocker.createStatement()) {
            statement.execute("begin immediate");
            try {
                return step.take();
            } finally {
                statement.execute("rollback");
            }
        }
    }

    private Future<AppendResult> queued(Append append) throws Exception {
        Callable<AppendResult> call = () -> storage.log().append(append);
        FutureTask<AppendResult> task = new FutureTask<>(call);
        Thread thread = Thread.ofPlatform().daemon().start(task);
        awaitWaiting(thread);
        return task;
    }

    /** Until it waits for its turn, or for SQLite's lock as the leader. */
    private static void awaitWaiting(Thread thread) {
        while (thread.getState() != Thread.State.WAITING && !isInSqlite(thread)) {
            assertThat(thread.isAlive()).as("waits, and has no answer yet").isTrue();
            Thread.onSpinWait();
        }
    }

    private static boolean isInSqlite(Thread thread) {
        for (StackTraceElement frame : thread.getStackTrace()) {
            if (frame.isNativeMethod() && frame.getClassName().startsWith("org.sqlite.")) {
                return true;
            }
        }
        return false;
    }

    private static Throwable failure(Future<AppendResult> answer) throws InterruptedException {
        try {
            throw new AssertionError("answered with " + answer.get());
        } catch (ExecutionException e) {
            return Objects.requireNonNull(e.getCause());
        }
    }

    private static NewEvent otherContent(NewEvent event) {
        return NewEvent.of(event.id(), event.aggregateId(), event.type(), Payload.json("{}"), Instant.EPOCH);
    }

    private static List<Long> positions(int count) {
        return LongStream.rangeClosed(1, count).boxed().toList();
    }
}
