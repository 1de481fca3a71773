package dev.daybook.jooq;

import static dev.daybook.jooq.Events.allInOrder;
import static dev.daybook.jooq.Events.append;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.AppendResult;
import dev.daybook.ports.log.Condition;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Events and a service's own tables are committed together or not at all. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class JoinedAppends {

    private final TestServer server;
    private HikariDataSource pool;
    private String schema;
    private RelationalStorage storage;

    JoinedAppends(TestServer server) {
        this.server = server;
    }

    @BeforeEach
    void open() throws Exception {
        pool = server.pool(16);
        schema = server.newSchema();
        storage = server.builder(pool).schema(schema).readers(4).open();
        server.execute("create table " + schema + ".balance (wallet varchar(20) primary key, amount integer)");
    }

    @AfterEach
    void close() {
        storage.close();
        pool.close();
    }

    @AfterAll
    void end() {
        server.server().close();
    }

    private Connection begin() throws SQLException {
        Connection transaction = server.shell();
        transaction.setAutoCommit(false);
        transaction.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        return transaction;
    }

    private void pay(Connection transaction, String wallet) throws SQLException {
        try (Statement statement = transaction.createStatement()) {
            statement.executeUpdate("insert into " + schema + ".balance values ('" + wallet + "', 5)");
        }
    }

    private List<String> wallets() throws SQLException {
        return server.query("select wallet from " + schema + ".balance order by wallet");
    }

    @Test
    void what_is_committed_is_there_on_both_sides() throws Exception {
        try (Connection transaction = begin()) {
            pay(transaction, "alice");
            AppendResult result = storage.append(transaction, append("wallet_alice"));
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
    void what_is_rolled_back_is_on_neither_side_and_nobody_has_learnt_from_it() throws Exception {
        try (Connection transaction = begin()) {
            pay(transaction, "alice");
            Append twice = append("wallet_alice");
            storage.append(transaction, twice);
            assertThat(storage.append(transaction, twice)).isInstanceOf(AppendResult.AlreadyStored.class);
            assertThat(storage.append(
                            transaction,
                            append("wallet_alice")
                                    .onlyIf(Condition.noneMatchingAfter(Query.aggregate("wallet_alice"), 0))))
                    .isInstanceOf(AppendResult.Conflict.class);
            transaction.rollback();
        }
        assertThat(wallets()).isEmpty();
        storage.log().append(append("wallet_bob"));
        assertThat(allInOrder(storage)).extracting(StoredEvent::aggregateId).containsExactly("wallet_bob");
    }

    @Test
    void a_conflict_and_a_repetition_are_values_that_leave_the_transaction_whole() throws Exception {
        Append before = append("wallet_alice");
        storage.log().append(before);
        try (Connection transaction = begin()) {
            pay(transaction, "alice");
            assertThat(storage.append(transaction, before)).isInstanceOf(AppendResult.AlreadyStored.class);
            assertThat(storage.append(
                            transaction, append("wallet_alice").onlyIf(Condition.expectedSequence("wallet_alice", 7))))
                    .isInstanceOf(AppendResult.Conflict.class);
            assertThat(storage.append(transaction, append("wallet_alice"))).isInstanceOf(AppendResult.Stored.class);
            transaction.commit();
        }
        assertThat(wallets()).containsExactly("alice");
        assertThat(allInOrder(storage)).hasSize(2);
    }

    @Test
    void positions_stay_without_a_gap_while_others_commit_in_groups() throws Exception {
        Traffic traffic = Traffic.on(storage, 3);
        int committed = 0;
        for (int i = 0; i < 40; i++) {
            try (Connection transaction = begin()) {
                pay(transaction, "wallet_" + i);
                storage.append(transaction, append("joined_" + i % 3));
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
    void a_connection_that_is_in_no_transaction_is_refused() throws Exception {
        try (Connection connection = server.shell()) {
            assertThatThrownBy(() -> storage.append(connection, append("wallet_alice")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("setAutoCommit(false)");
        }
        assertThat(storage.log().read(Query.all(), Range.all()).stream()).isEmpty();
    }

    @Test
    void a_transaction_that_could_see_an_older_log_is_refused() throws Exception {
        try (Connection transaction = begin()) {
            transaction.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            assertThatThrownBy(() -> storage.append(transaction, append("wallet_alice")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("READ COMMITTED");
        }
    }
}
