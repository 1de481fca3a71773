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
import dev.daybook.ports.storage.Fault;
import dev.daybook.ports.storage.Storage;
import dev.daybook.testkit.sample.Events;
import dev.daybook.testkit.sample.Traffic;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** One database has room for several logs, and each log for several who open it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
abstract class ServerLogs {

    private static final int SEVERAL = 4;

    private final TestServer server;
    private final HikariDataSource pool;

    ServerLogs(TestServer server) {
        this.server = server;
        pool = server.pool(40);
    }

    @AfterAll
    void end() {
        pool.close();
        server.close();
    }

    private Storage open(String schema) {
        return open(schema, Clock.systemUTC());
    }

    private Storage open(String schema, InstantSource clock) {
        return server.builder(pool)
                .schema(schema)
                .clock(clock)
                .lockTimeout(Duration.ofSeconds(5))
                .open();
    }

    /** However sure of the log's end whoever appended last is: for both it is as if no time had passed. */
    @Test
    void who_appends_in_turn_to_one_log_knows_what_the_other_has_appended() {
        String schema = server.newSchema();
        InstantSource still = InstantSource.fixed(Events.WHEN);
        try (Storage one = open(schema, still);
                Storage other = open(schema, still)) {
            long sequence = 0;
            for (Storage writing : List.of(one, one, one, other, one, other, other, other, one, one)) {
                assertThat(writing.log().append(append("order_1"))).isInstanceOf(AppendResult.Stored.class);
                sequence++;
                for (int events = 2; events <= 40; events++) {
                    assertThat(writing.log().append(expecting(sequence + 1))).isInstanceOf(AppendResult.Conflict.class);
                    assertThat(writing.log().append(expecting(sequence))).isInstanceOf(AppendResult.Stored.class);
                    sequence++;
                }
            }
            assertThat(allInOrder(other)).hasSize((int) sequence).isEqualTo(allInOrder(one));
        }
    }

    private static Append expecting(long sequence) {
        return append("order_1").onlyIf(Condition.expectedSequence("order_1", sequence));
    }

    @Test
    void several_logs_that_are_written_at_once_know_nothing_of_each_other() throws Exception {
        List<Storage> logs = new ArrayList<>();
        for (int n = 0; n < SEVERAL; n++) {
            logs.add(open(server.newSchema()));
        }
        List<Traffic> traffics = logs.stream().map(log -> Traffic.on(log, 3)).toList();
        for (Traffic traffic : traffics) {
            traffic.awaitStored(50);
        }
        for (int n = 0; n < SEVERAL; n++) {
            List<StoredEvent> acknowledged = traffics.get(n).end();
            assertThat(allInOrder(logs.get(n))).containsExactlyInAnyOrderElementsOf(acknowledged);
            logs.get(n).close();
        }
    }

    @Test
    void whoever_holds_the_lock_of_one_log_holds_up_no_other() throws Exception {
        String locked = server.newSchema();
        try (Storage held = server.builder(pool)
                        .schema(locked)
                        .lockTimeout(Duration.ofMillis(300))
                        .open();
                Storage free = open(server.newSchema());
                Connection other = server.shell();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select * from " + locked + ".log_lock for update");
            free.log().append(append("order_1"));
            assertFault(Fault.LOCKED, locked, () -> held.log().append(append("order_1")));
            other.rollback();
            assertThat(allInOrder(free)).hasSize(1);
            assertThat(allInOrder(held)).isEmpty();
        }
    }

    @RepeatedTest(5)
    void of_several_who_open_a_new_log_at_once_each_writes_to_one_and_the_same() throws Exception {
        String schema = server.newSchema();
        CyclicBarrier start = new CyclicBarrier(SEVERAL);
        List<Storage> opened = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(SEVERAL)) {
            List<Future<Storage>> opening = new ArrayList<>();
            for (int n = 0; n < SEVERAL; n++) {
                opening.add(threads.submit(() -> {
                    start.await();
                    Storage storage = open(schema);
                    storage.log().append(append("order_1"));
                    return storage;
                }));
            }
            for (Future<Storage> each : opening) {
                opened.add(each.get());
            }
        }
        for (Storage storage : opened) {
            assertThat(allInOrder(storage)).hasSize(SEVERAL);
            storage.close();
        }
    }
}
