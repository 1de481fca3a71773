package dev.daybook.jooq;

import static dev.daybook.testkit.sample.Events.allInOrder;
import static dev.daybook.testkit.sample.Events.append;
import static dev.daybook.testkit.sample.Events.assertFault;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.AppendResult;
import dev.daybook.ports.log.Condition;
import dev.daybook.ports.log.Stretch;
import dev.daybook.ports.storage.Fault;
import dev.daybook.ports.storage.Storage;
import dev.daybook.ports.storage.StorageException;
import dev.daybook.testkit.memory.InMemoryStorage;
import dev.daybook.testkit.sample.Events;
import dev.daybook.testkit.sample.Traffic;
import dev.daybook.testkit.server.Wire;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Connections end when they want to: nothing is stored twice, nothing that was acknowledged is lost, and all goes on by itself. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
abstract class LostConnections {

    static final String COMMIT = "COMMIT";

    Wire wire;
    Storage storage;
    private final TestServer server;
    private HikariDataSource pool;
    private String schema;

    LostConnections(TestServer server) {
        this.server = server;
    }

    @BeforeEach
    void open() {
        wire = Wire.to(server.server().port());
        pool = server.pool(wire.port(), 8);
        schema = server.newSchema();
        storage = reopen(Duration.ofSeconds(20));
        storage.log().append(append("order_1"));
    }

    private Storage reopen(Duration patience) {
        return reopen(patience, Clock.systemUTC());
    }

    final Storage reopen(Duration patience, InstantSource clock) {
        return server.builder(pool)
                .schema(schema)
                .readers(4)
                .lockTimeout(Duration.ofMillis(500))
                .timeout(Duration.ofSeconds(1))
                .patience(patience)
                .clock(clock)
                .open();
    }

    @AfterEach
    void close() {
        storage.close();
        pool.close();
        wire.close();
    }

    @AfterAll
    void end() {
        server.close();
    }

    @Test
    void a_commit_that_never_reached_the_server_is_made_once() {
        wire.cutBefore(COMMIT);
        assertStoredOnceAt(2, append("order_1"));
    }

    @Test
    void a_commit_whose_answer_was_lost_is_found_by_its_ids() {
        wire.cutBeforeTheAnswerTo(COMMIT);
        assertStoredOnceAt(2, append("order_1"));
    }

    @Test
    void a_commit_into_silence_is_made_once_the_server_has_given_the_session_up() {
        wire.fallSilentBefore(COMMIT);
        assertStoredOnceAt(2, append("order_1"));
    }

    @Test
    void a_commit_that_is_answered_by_silence_is_found_by_its_ids() {
        wire.fallSilentBeforeTheAnswerTo(COMMIT);
        assertStoredOnceAt(2, append("order_1"));
    }

    @Test
    void a_condition_that_the_lost_commit_itself_has_met_is_no_conflict() {
        wire.cutBeforeTheAnswerTo(COMMIT);
        assertStoredOnceAt(2, append("order_1").onlyIf(Condition.expectedSequence("order_1", 1)));
    }

    private void assertStoredOnceAt(long position, Append append) {
        AppendResult result = storage.log().append(append);
        assertThat(wire.hasSprung()).isTrue();
        assertThat(result)
                .isInstanceOfSatisfying(
                        AppendResult.Stored.class,
                        stored -> assertThat(stored.events().getFirst().position())
                                .isEqualTo(position));
        assertThat(allInOrder(storage)).hasSize((int) position);
        assertThat(storage.log().append(append)).isInstanceOf(AppendResult.AlreadyStored.class);
        storage.log().append(append("order_2"));
        assertThat(allInOrder(storage)).hasSize((int) position + 1);
    }

    @Test
    void a_stretch_whose_commit_never_reached_the_server_is_taken_once() {
        wire.cutBefore(COMMIT);
        assertTakenOnce();
    }

    @Test
    void a_stretch_whose_commit_was_not_answered_is_taken_once() {
        wire.cutBeforeTheAnswerTo(COMMIT);
        assertTakenOnce();
    }

    private void assertTakenOnce() {
        Stretch stretch = stretch();
        storage.continuation().take(stretch);
        assertThat(wire.hasSprung()).isTrue();
        assertThat(allInOrder(storage)).hasSize(3).containsAll(stretch.events());
    }

    /** What another log has that had the same beginning. */
    private Stretch stretch() {
        try (Storage other = new InMemoryStorage()) {
            other.continuation().take(new Stretch(allInOrder(storage)));
            return new Stretch(((AppendResult.Stored) other.log().append(Events.append("order_1", 2))).events());
        }
    }

    @Test
    void what_cannot_be_found_out_in_time_is_called_unknown_and_appending_again_tells() throws Exception {
        try (Storage impatient = impatient()) {
            Append lost = append("order_1");
            assertUnknown(() -> impatient.log().append(lost));
            assertThat(impatient.log().append(lost)).isInstanceOf(AppendResult.AlreadyStored.class);
            assertThat(allInOrder(impatient)).hasSize(3);
        }
    }

    @Test
    void a_stretch_of_which_it_cannot_be_found_out_in_time_is_taken_again() throws Exception {
        try (Storage impatient = impatient()) {
            Stretch lost = stretch();
            assertUnknown(() -> impatient.continuation().take(lost));
            impatient.continuation().take(lost);
            assertThat(allInOrder(impatient)).hasSize(4).containsAll(lost.events());
        }
    }

    private Storage impatient() {
        Storage impatient = reopen(Duration.ofMillis(100), TestServer.slowly());
        impatient.log().append(append("order_1"));
        return impatient;
    }

    private void assertUnknown(ThrowingCallable writing) throws Exception {
        try (Connection other = server.shell()) {
            wire.cutBeforeTheAnswerTo(COMMIT);
            Thread blocker = lockOnceSprung(other);
            assertThat(assertFault(Fault.UNKNOWN, "Append the same events again", writing))
                    .hasMessageNotContaining("nothing was written");
            blocker.join();
            other.rollback();
        }
    }

    /** Whoever has the lock next keeps the question after the lost commit from being answered. */
    private Thread lockOnceSprung(Connection other) throws Exception {
        other.setAutoCommit(false);
        return Thread.ofPlatform().start(() -> {
            try (var statement = other.createStatement()) {
                while (!wire.hasSprung()) {
                    Thread.onSpinWait();
                }
                statement.execute("select * from " + schema + ".log_lock for update");
            } catch (java.sql.SQLException e) {
                throw new AssertionError(e);
            }
        });
    }

    @Test
    void silence_ends_with_a_named_error_in_bounded_time_and_the_storage_recovers() {
        try (Storage impatient = reopen(Duration.ofSeconds(1), TestServer.slowly())) {
            impatient.log().append(append("order_1"));
            allInOrder(impatient);
            wire.fallSilent();
            long start = System.nanoTime();
            assertFault(
                    Fault.UNAVAILABLE,
                    "nothing was written",
                    () -> impatient.log().append(append("order_1")));
            assertFault(Fault.UNAVAILABLE, "server", () -> Events.all(impatient.log()));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));

            wire.recover();
            assertThat(appendAtLast(impatient, append("order_1"))).isInstanceOf(AppendResult.Stored.class);
            assertThat(allInOrder(impatient)).hasSize(3);
        }
    }

    /** A pool that could not connect pauses for a while by itself. */
    private static AppendResult appendAtLast(Storage storage, Append kept) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (true) {
            try {
                return storage.log().append(kept);
            } catch (StorageException e) {
                assertThat(e.fault()).isEqualTo(Fault.UNAVAILABLE);
                assertThat(System.nanoTime()).isLessThan(end);
            }
        }
    }

    @Test
    void a_server_that_is_away_for_too_long_is_named_and_used_again_once_it_is_back() {
        try (Storage impatient = reopen(Duration.ofMillis(300))) {
            Append kept = append("order_1");
            server.server().kill();
            try {
                assertFault(
                        Fault.UNAVAILABLE,
                        "nothing was written",
                        () -> impatient.log().append(kept));
                assertFault(Fault.UNAVAILABLE, "server", () -> impatient.log().head());
            } finally {
                server.server().start();
            }
            assertThat(appendAtLast(impatient, kept)).isInstanceOf(AppendResult.Stored.class);
            assertThat(allInOrder(impatient)).hasSize(2);
        }
    }

    @Test
    void a_pool_without_connections_is_named_and_used_again_once_it_has_some() throws Exception {
        try (HikariDataSource small = server.pool(2);
                Storage other = server.builder(small)
                        .schema(schema)
                        .patience(Duration.ZERO)
                        .open()) {
            try (Connection first = small.getConnection();
                    Connection second = small.getConnection()) {
                assertThat(first).isNotSameAs(second);
                assertFault(Fault.UNAVAILABLE, "pool", () -> other.log().append(append("order_1")));
                assertFault(Fault.UNAVAILABLE, "pool", () -> other.log().head());
            }
            other.log().append(append("order_1"));
            assertThat(allInOrder(other)).hasSize(2);
        }
    }

    @Test
    void whoever_writes_and_reads_goes_on_while_sessions_are_killed_wires_cut_and_the_server_crashes()
            throws Exception {
        Traffic traffic = Traffic.on(storage, 4);
        traffic.awaitStored(20);
        server.killSessions();
        traffic.awaitStored(20);
        wire.cut();
        traffic.awaitStored(20);
        wire.cutBeforeTheAnswerTo(COMMIT);
        traffic.awaitStored(20);
        server.server().kill();
        server.server().start();
        traffic.awaitStored(20);
        server.killSessions();
        traffic.awaitStored(20);

        List<StoredEvent> acknowledged = traffic.end();
        List<StoredEvent> all = new ArrayList<>(allInOrder(storage));
        all.removeFirst();
        assertThat(all).containsExactlyInAnyOrderElementsOf(acknowledged);
    }
}
