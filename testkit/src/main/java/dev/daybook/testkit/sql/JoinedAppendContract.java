package dev.daybook.testkit.sql;

import static dev.daybook.testkit.sample.Events.allInOrder;
import static dev.daybook.testkit.sample.Events.append;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.daybook.core.Daybook;
import dev.daybook.core.overview.EventCount;
import dev.daybook.core.overview.EventCounts;
import dev.daybook.core.projection.InlineProjector;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.AppendResult;
import dev.daybook.ports.log.Condition;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.storage.Storage;
import dev.daybook.ports.storage.StorageException;
import dev.daybook.testkit.codec.ObjectCodec;
import dev.daybook.testkit.sample.Traffic;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Events and a service's own tables are committed together or not at all. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(180)
@SuppressWarnings("NullAway.Init") // JUnit fills the fields before each test
abstract class JoinedAppendContract {

    private static final int TRANSACTIONS = 12;

    @TempDir
    private Path folder;

    private Storage storage;

    abstract SqlFixture fixture();

    @BeforeEach
    void open() throws SQLException {
        storage = fixture().open(folder);
        try (Connection shell = fixture().shell(folder)) {
            execute(shell, "create table balance (wallet varchar(20) not null primary key, amount integer)");
        }
    }

    @AfterEach
    void close() {
        storage.close();
    }

    private Connection begin(int isolation) throws SQLException {
        Connection transaction = fixture().shell(folder);
        transaction.setTransactionIsolation(isolation);
        transaction.setAutoCommit(false);
        return transaction;
    }

    private Connection begin() throws SQLException {
        return begin(Connection.TRANSACTION_READ_COMMITTED);
    }

    private AppendResult join(Connection transaction, Append append) {
        return fixture().join(storage, transaction, append);
    }

    private static void pay(Connection transaction, String wallet) throws SQLException {
        execute(transaction, "insert into balance values ('" + wallet + "', 5)");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> wallets() throws SQLException {
        try (Connection shell = fixture().shell(folder);
                Statement statement = shell.createStatement();
                ResultSet row = statement.executeQuery("select wallet from balance order by wallet")) {
            List<String> wallets = new ArrayList<>();
            while (row.next()) {
                wallets.add(row.getString(1));
            }
            return wallets;
        }
    }

    @Test
    void what_is_committed_is_there_on_both_sides() throws SQLException {
        try (Connection transaction = begin()) {
            pay(transaction, "alice");
            AppendResult result = join(transaction, append("wallet_alice"));
            assertThat(result).isInstanceOf(AppendResult.Stored.class);
            assertThat(allInOrder(storage)).isEmpty();
            transaction.commit();
            assertThat(allInOrder(storage)).isEqualTo(((AppendResult.Stored) result).events());
        }
        assertThat(wallets()).containsExactly("alice");
        storage.log().append(append("wallet_alice"));
        assertThat(allInOrder(storage)).extracting(StoredEvent::sequence).containsExactly(1L, 2L);
    }

    @Test
    void what_is_rolled_back_is_on_neither_side_and_nobody_has_learnt_from_it() throws SQLException {
        try (Connection transaction = begin()) {
            pay(transaction, "alice");
            Append twice = append("wallet_alice");
            join(transaction, twice);
            assertThat(join(transaction, twice)).isInstanceOf(AppendResult.AlreadyStored.class);
            Condition nothing = Condition.noneMatchingAfter(Query.aggregate("wallet_alice"), 0);
            assertThat(join(transaction, append("wallet_alice").onlyIf(nothing)))
                    .isInstanceOf(AppendResult.Conflict.class);
            transaction.rollback();
        }
        assertThat(wallets()).isEmpty();
        storage.log().append(append("wallet_bob"));
        assertThat(allInOrder(storage)).extracting(StoredEvent::aggregateId).containsExactly("wallet_bob");
    }

    @Test
    void a_conflict_and_a_repetition_are_values_that_leave_the_transaction_whole() throws SQLException {
        Append before = append("wallet_alice");
        storage.log().append(before);
        try (Connection transaction = begin()) {
            pay(transaction, "alice");
            assertThat(join(transaction, before)).isInstanceOf(AppendResult.AlreadyStored.class);
            assertThat(join(transaction, append("wallet_alice").onlyIf(Condition.expectedSequence("wallet_alice", 7))))
                    .isInstanceOf(AppendResult.Conflict.class);
            assertThat(join(transaction, append("wallet_alice"))).isInstanceOf(AppendResult.Stored.class);
            transaction.commit();
        }
        assertThat(wallets()).containsExactly("alice");
        assertThat(allInOrder(storage)).hasSize(2);
    }

    @Test
    void positions_stay_without_a_gap_while_others_commit_in_groups() throws Exception {
        Traffic traffic = Traffic.on(storage, 3);
        int committed = 0;
        for (int i = 0; i < TRANSACTIONS; i++) {
            try (Connection transaction = begin()) {
                pay(transaction, "wallet_" + i);
                join(transaction, append("joined_" + i % 3));
                if (i % 2 == 0) {
                    transaction.commit();
                    committed++;
                } else {
                    transaction.rollback();
                }
            }
        }
        List<StoredEvent> acknowledged = traffic.end();
        assertThat(allInOrder(storage)).hasSize(acknowledged.size() + committed).containsAll(acknowledged);
        assertThat(wallets()).hasSize(committed);
    }

    @Test
    void a_connection_that_is_in_no_transaction_is_refused() throws SQLException {
        try (Connection connection = fixture().shell(folder)) {
            assertThatThrownBy(() -> join(connection, append("wallet_alice")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("setAutoCommit(false)");
        }
        assertThat(allInOrder(storage)).isEmpty();
    }

    @Test
    void a_transaction_that_sees_an_older_log_is_refused_and_writes_nothing() throws SQLException {
        try (Connection transaction = begin(Connection.TRANSACTION_REPEATABLE_READ)) {
            try (Statement statement = transaction.createStatement();
                    ResultSet row = statement.executeQuery("select count(*) from event_log")) {
                assertThat(row.next()).isTrue();
            }
            storage.log().append(append("wallet_alice"));
            assertThat(catchThrowable(() -> join(transaction, append("wallet_alice"))))
                    .isInstanceOfAny(IllegalArgumentException.class, StorageException.class);
            transaction.rollback();
        }
        storage.log().append(append("wallet_alice"));
        assertThat(allInOrder(storage)).hasSize(2);
    }

    @Test
    void a_view_that_is_kept_inline_follows_what_is_committed_and_nothing_that_is_rolled_back() throws SQLException {
        try (Daybook daybook = Daybook.builder(storage, ObjectCodec.of()).build();
                InlineProjector<EventCount, StoredEvent> counts = daybook.inlineProjector(EventCounts.perType())) {
            counts.start();
            storage.log().append(append("wallet_alice"));
            try (Connection transaction = begin()) {
                join(transaction, append("wallet_alice"));
                join(transaction, append("wallet_bob"));
                transaction.commit();
            }
            assertThat(counts.isCurrent()).isTrue();
            try (Connection transaction = begin()) {
                join(transaction, append("wallet_alice"));
                transaction.rollback();
            }
            storage.log().append(append("wallet_alice"));
            assertThat(counts.view().page("", 10))
                    .extracting(entry -> entry.state().events())
                    .containsExactly(4L);
            assertThat(counts.verify()).isEmpty();
        }
    }
}
