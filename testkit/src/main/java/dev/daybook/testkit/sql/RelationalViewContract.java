package dev.daybook.testkit.sql;

import static dev.daybook.testkit.sample.Events.append;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.core.Daybook;
import dev.daybook.core.consumer.ConsumerSettings;
import dev.daybook.core.consumer.EventConsumer;
import dev.daybook.ports.consumer.ConsumerState;
import dev.daybook.ports.consumer.Lease;
import dev.daybook.ports.consumer.Progress;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.storage.Storage;
import dev.daybook.ports.storage.StorageException;
import dev.daybook.testkit.codec.ObjectCodec;
import dev.daybook.testkit.sample.Traffic;
import dev.daybook.testkit.sql.SqlFixture.Tables;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Rows of a service's own tables and the checkpoint are committed together, so that every event counts once. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(180)
@SuppressWarnings("NullAway.Init") // JUnit fills the fields before each test
abstract class RelationalViewContract {

    private static final String NAME = "totals";
    private static final Duration LONG = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    private Storage storage;

    abstract SqlFixture fixture();

    @BeforeEach
    void open() throws SQLException {
        storage = fixture().open(folder);
        try (Connection shell = fixture().shell(folder);
                Statement statement = shell.createStatement()) {
            statement.execute("create table total (wallet varchar(40) not null primary key, events integer not null)");
        }
    }

    @AfterEach
    void close() {
        storage.close();
    }

    private Tables keep(Storage in, SqlFixture.TableWork first) {
        return fixture().keepTables(in, NAME, (transaction, event) -> {
            first.apply(transaction, event);
            count(transaction, event);
        });
    }

    /** Not idempotent: what is applied twice is counted twice. */
    private void count(Connection transaction, StoredEvent event) throws SQLException {
        String table = fixture().table(folder, "total");
        if (change(transaction, "update " + table + " set events = events + 1 where wallet = ?", event) == 0) {
            change(transaction, "insert into " + table + " (wallet, events) values (?, 1)", event);
        }
    }

    private static int change(Connection transaction, String sql, StoredEvent event) throws SQLException {
        try (PreparedStatement statement = transaction.prepareStatement(sql)) {
            statement.setString(1, event.aggregateId());
            return statement.executeUpdate();
        }
    }

    private Map<String, Long> rows() throws SQLException {
        try (Connection shell = fixture().shell(folder);
                Statement statement = shell.createStatement();
                ResultSet row = statement.executeQuery("select wallet, events from total")) {
            Map<String, Long> rows = new TreeMap<>();
            while (row.next()) {
                rows.put(row.getString(1), row.getLong(2));
            }
            return rows;
        }
    }

    private Map<String, Long> counted() {
        Map<String, Long> counted = new TreeMap<>();
        events(0).forEach(event -> counted.merge(event.aggregateId(), 1L, Long::sum));
        return counted;
    }

    private List<StoredEvent> events(long after) {
        return storage.log().read(Query.all(), Range.all().after(after)).stream()
                .toList();
    }

    private void pay(int events) {
        for (int i = 0; i < events; i++) {
            storage.log().append(append("wallet_" + i % 7));
        }
    }

    private Lease claim(String owner) {
        Optional<ConsumerState> seen = storage.consumers().find(NAME);
        return storage.consumers().claim(NAME, owner, seen).orElseThrow();
    }

    private Daybook daybook(Storage in) {
        return Daybook.builder(in, ObjectCodec.of()).build();
    }

    private static EventConsumer consumer(Daybook daybook, Tables tables) {
        ConsumerSettings settings = ConsumerSettings.standard().withBatch(20).withLeaseValidity(Duration.ofSeconds(1));
        return daybook.consumer(NAME, Query.all(), tables::handle, settings);
    }

    @Test
    void every_event_counts_once_while_others_append_and_the_consumer_is_stopped_and_started() throws Exception {
        Traffic traffic = Traffic.on(storage, 3);
        try (Daybook daybook = daybook(storage);
                Tables tables = keep(storage, (transaction, event) -> {})) {
            for (int i = 0; i < 4; i++) {
                try (EventConsumer consumer = consumer(daybook, tables)) {
                    consumer.start();
                    pay(15);
                }
            }
            traffic.end();
            try (EventConsumer consumer = consumer(daybook, tables)) {
                consumer.start();
                assertThat(consumer.awaitPosition(storage.log().head(), LONG))
                        .as(() -> consumer.health().toString())
                        .isTrue();
            }
        }
        assertThat(rows()).isEqualTo(counted()).isNotEmpty();
    }

    @Test
    void a_failure_in_the_middle_of_a_batch_leaves_nothing_and_appends_beside_it_are_stored() throws Exception {
        pay(10);
        AtomicBoolean fails = new AtomicBoolean(true);
        try (Daybook daybook = daybook(storage);
                Tables tables = keep(storage, (transaction, event) -> {
                    if (event.position() == 6 && fails.get()) {
                        change(transaction, "insert into nowhere values (?)", event);
                    }
                });
                EventConsumer consumer = consumer(daybook, tables)) {
            consumer.start();
            payUntil(consumer, "cannot be changed by the event at position 6");
            assertThat(rows()).isEmpty();
            assertThat(storage.consumers().find(NAME).orElseThrow().checkpoint())
                    .isZero();
            fails.set(false);
            assertThat(consumer.awaitPosition(storage.log().head(), LONG)).isTrue();
        }
        assertThat(rows()).isEqualTo(counted());
    }

    private void payUntil(EventConsumer consumer, String error) {
        long end = System.nanoTime() + LONG.toNanos();
        while (!consumer.health().lastError().orElse("").contains(error)) {
            assertThat(System.nanoTime() - end).as("told within %s", LONG).isNegative();
            pay(1);
        }
    }

    @Test
    void who_has_lost_the_lease_changes_nothing_however_late() throws SQLException {
        pay(5);
        try (Tables tables = keep(storage, (transaction, event) -> {})) {
            Lease lost = claim("first");
            Lease held = claim("second");
            events(0).forEach(tables::handle);
            assertThat(storage.consumers().commit(lost, Progress.to(5))).isFalse();
            assertThat(rows()).isEmpty();
            events(0).forEach(tables::handle);
            assertThat(storage.consumers().commit(held, Progress.to(3))).isTrue();
            assertThat(rows().values()).containsExactly(1L, 1L, 1L);
            assertThat(storage.consumers().commit(held, Progress.to(5))).isTrue();
        }
        assertThat(rows()).isEqualTo(counted());
    }

    @Test
    void events_that_were_counted_do_not_count_again_when_they_are_given_again() throws SQLException {
        pay(6);
        try (Tables tables = keep(storage, (transaction, event) -> {})) {
            Lease first = claim("first");
            events(0).forEach(tables::handle);
            assertThat(storage.consumers().commit(first, Progress.to(4))).isTrue();
            Lease second = claim("second");
            events(0).forEach(tables::handle);
            assertThat(storage.consumers().commit(first, Progress.to(6))).isFalse();
            events(0).forEach(tables::handle);
            assertThat(storage.consumers().commit(second, Progress.to(6))).isTrue();
        }
        assertThat(rows()).isEqualTo(counted());
    }

    @Test
    void tables_of_one_name_are_kept_once() {
        Tables tables = keep(storage, (transaction, event) -> {});
        assertThatThrownBy(() -> keep(storage, (transaction, event) -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll(NAME, "already");
        tables.close();
        keep(storage, (transaction, event) -> {}).close();
    }

    @Test
    void a_transaction_that_has_failed_is_named_with_its_event() {
        pay(2);
        try (Tables tables = keep(storage, (transaction, event) -> {
            throw new IllegalStateException("no such wallet");
        })) {
            events(0).forEach(tables::handle);
            Lease lease = claim("first");
            assertThatThrownBy(() -> storage.consumers().commit(lease, Progress.to(2)))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContainingAll(NAME, "position 1", "wallet_0", "no such wallet");
            pay(1);
            assertThat(storage.log().head()).isEqualTo(3);
        }
    }
}
