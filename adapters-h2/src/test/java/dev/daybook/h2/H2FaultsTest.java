package dev.daybook.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.daybook.ports.event.EventIds;
import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.storage.Fault;
import dev.daybook.ports.storage.Storage;
import dev.daybook.ports.storage.StorageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What keeps an H2 file from being a log has a name and a remedy, and the database itself refuses to change history. */
class H2FaultsTest {

    private static final EventIds IDS = new EventIds();

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("log.mv.db");
    }

    @Test
    void a_missing_folder_is_named_and_not_made() {
        assertFault(Fault.MISSING, "Make the folder", () -> H2Storage.open(folder.resolve("no/log")));
        assertThat(folder.resolve("no")).doesNotExist();
    }

    @Test
    void a_file_that_is_no_database_is_foreign_and_stays_as_it_is() throws Exception {
        Files.writeString(file, "Dear diary, today I was not a database.".repeat(500));
        byte[] before = Files.readAllBytes(file);
        assertFault(Fault.FOREIGN, "Daybook file", () -> H2Storage.open(file));
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void tables_of_another_program_are_foreign() throws Exception {
        execute("create table event_log (entry varchar)");
        assertFault(Fault.FOREIGN, "not Daybook's", () -> H2Storage.open(file));
    }

    @Test
    void a_newer_schema_is_refused() throws Exception {
        H2Storage.open(file).close();
        execute("update log_lock set version = 4711");
        assertFault(Fault.NEWER, "schema version 4711", () -> H2Storage.open(file));
    }

    @Test
    void a_file_removed_under_an_open_storage_takes_no_more_appends() throws Exception {
        try (Storage storage = H2Storage.open(file)) {
            storage.log().append(append());
            Files.delete(file);
            assertFault(
                    Fault.MISSING, "removed or replaced", () -> storage.log().append(append()));
            assertFault(Fault.MISSING, "removed", () -> storage.log().append(append()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update event_log set payload = X'7B7D'",
                "delete from event_log",
                "merge into event_log (position, payload) key (position) values (1, X'7B7D')",
                "update aggregate set id = 'order_2'",
                "delete from event_type"
            })
    void a_change_is_refused_with_a_reason(String change) throws Exception {
        try (Storage storage = H2Storage.open(file)) {
            storage.log().append(append());
        }
        SQLException refused = catchThrowableOfType(SQLException.class, () -> execute(change));
        assertThat(refused.getMessage()).contains("Daybook: a row of");
        try (Storage storage = H2Storage.open(file)) {
            assertThat(storage.log().head()).isEqualTo(1);
        }
    }

    private static Append append() {
        return Append.of(NewEvent.of(
                IDS.next(),
                "order_1",
                EventType.of("order_placed"),
                Payload.json("{}"),
                Instant.parse("2026-03-01T12:00:00Z")));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:" + folder.resolve("log")
                        + ";DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void assertFault(Fault fault, String words, ThrowingCallable call) {
        StorageException thrown = catchThrowableOfType(StorageException.class, call);
        assertThat(thrown).as("a fault of kind %s", fault).isNotNull().hasMessageContaining(words);
        assertThat(thrown.fault()).isEqualTo(fault);
    }
}
