package dev.daybook.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.ports.storage.Storage;
import dev.daybook.testkit.sample.Events;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a file is written to, and what can be chosen about it. */
class SqliteWriterTest {

    private static final int NORMAL = 1;
    private static final int FULL = 2;

    @TempDir
    private Path folder;

    private Path file;
    private SqliteStorage.Builder builder;

    @BeforeEach
    void choose() {
        file = folder.resolve("log.db");
        builder = SqliteStorage.builder(file);
    }

    @Test
    void a_commit_waits_for_the_disk_unless_it_was_chosen_by_name_that_it_does_not() throws SQLException {
        assertThat(synchronous(builder)).isEqualTo(FULL);
        assertThat(synchronous(builder.durability(SqliteDurability.NORMAL))).isEqualTo(NORMAL);
        assertThat(synchronous(builder.durability(SqliteDurability.FULL))).isEqualTo(FULL);
    }

    @Test
    void the_lock_is_taken_before_anything_is_read_and_held_until_the_end() throws SQLException {
        SqliteDialect dialect = builder.dialect();
        try (Connection writer = dialect.connectToWrite();
                Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = other.createStatement()) {
            statement.execute("pragma busy_timeout = 0");
            dialect.begin(writer);
            assertThatThrownBy(() -> statement.execute("begin immediate")).hasMessageContaining("SQLITE_BUSY");
            dialect.commit(writer);
            statement.execute("begin immediate");
        }
    }

    @Test
    void no_thread_is_started_in_the_background() {
        Set<Thread> before = Set.copyOf(Thread.getAllStackTraces().keySet());
        try (Storage storage = builder.open()) {
            storage.log().append(Events.append("order_1", 100));
            assertThat(Events.all(storage.log())).hasSize(100);

            assertThat(Thread.getAllStackTraces().keySet()).isSubsetOf(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-0.001S", "PT-1H", "P100D", "PT2562047788015215H"})
    void a_busy_time_out_that_cannot_be_waited_for_is_refused(Duration wait) {
        assertThatThrownBy(() -> builder.busyTimeout(wait))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("from zero to 24 days, not " + wait);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT0.0001S", "P24D"})
    void a_busy_time_out_from_zero_to_24_days_is_taken(Duration wait) {
        try (Storage storage = builder.busyTimeout(wait).open()) {
            storage.log().append(Events.append("order_1"));
            assertThat(storage.log().head()).isEqualTo(1);
        }
    }

    @Test
    void fewer_than_one_reader_are_refused() {
        for (int readers : new int[] {0, -1}) {
            assertThatThrownBy(() -> builder.readers(readers))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("at least 1, not " + readers);
        }
        try (Storage storage = builder.readers(1).open()) {
            assertThat(storage.log().head()).isZero();
        }
    }

    private static int synchronous(SqliteStorage.Builder chosen) throws SQLException {
        try (Connection writer = chosen.dialect().connectToWrite();
                Statement statement = writer.createStatement();
                ResultSet row = statement.executeQuery("pragma synchronous")) {
            assertThat(row.next()).isTrue();
            return row.getInt(1);
        }
    }
}
