package dev.daybook.sqlite;

import static dev.daybook.testkit.sample.Events.assertFault;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.jooq.RelationalStorage;
import dev.daybook.ports.storage.Fault;
import dev.daybook.ports.storage.Storage;
import dev.daybook.testkit.disk.SmallDisk;
import dev.daybook.testkit.sample.Events;
import dev.daybook.testkit.sql.ReadOnlyContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteReadOnlyTest extends ReadOnlyContract {

    @TempDir
    private Path folder;

    @Override
    protected String fileName(String name) {
        return name + ".db";
    }

    @Override
    protected Storage open(Path file) {
        return SqliteStorage.open(file);
    }

    @Override
    protected Storage openReadOnly(Path file) {
        return SqliteStorage.openReadOnly(file);
    }

    @Override
    protected String url(Path file) {
        return "sqlite:" + file;
    }

    @Test
    void what_others_write_meanwhile_is_read() {
        Path file = folder.resolve("log.db");
        try (Storage writing = open(file)) {
            writing.log().append(Events.append("order_1"));
            try (Storage reading = openReadOnly(file)) {
                assertThat(reading.log().head()).isEqualTo(1);
                writing.log().append(Events.append("order_1", 2_000));
                assertThat(Events.allInOrder(reading)).hasSize(2_001);
            }
            writing.log().append(Events.append("order_1"));
        }
    }

    @Test
    void a_backup_is_read_and_nothing_is_left_beside_it() throws IOException {
        Path file = folder.resolve("log.db");
        Path backups = Files.createDirectory(folder.resolve("backups"));
        Path backup = backups.resolve("backup.db");
        try (Storage storage = open(file)) {
            storage.log().append(Events.append("order_1", 3));
            SqliteStorage.backup(file, backup);
        }
        try (Storage storage = openReadOnly(backup)) {
            assertThat(Events.allInOrder(storage)).hasSize(3);
        }
        assertThat(backups.toFile().list()).containsExactly("backup.db");
    }

    @Test
    void a_file_that_was_written_to_although_nobody_should_is_named() throws IOException {
        Path place = Files.createDirectory(folder.resolve("disk"));
        try (SmallDisk disk = SmallDisk.mounted(place, "8m")) {
            Path file = disk.place().resolve("log.db");
            append(file);
            disk.readOnly();
            try (Storage storage = openReadOnly(file)) {
                assertThat(storage.log().head()).isEqualTo(1);
                disk.writable();
                append(file);
                disk.readOnly();
                assertFault(
                        Fault.FAILED,
                        "was written to while it was read",
                        () -> storage.log().head());
            }
            try (Storage storage = openReadOnly(file)) {
                assertThat(Events.allInOrder(storage)).hasSize(2);
            }
        }
    }

    @Test
    void a_copy_whose_newest_events_are_in_a_log_that_cannot_be_read_is_refused() throws IOException {
        Path file = folder.resolve("log.db");
        Path place = Files.createDirectory(folder.resolve("disk"));
        try (SmallDisk disk = SmallDisk.mounted(place, "8m");
                Storage storage = open(file)) {
            storage.log().append(Events.append("order_1"));
            Path copy = disk.place().resolve("log.db");
            Files.copy(file, copy);
            Files.copy(folder.resolve("log.db-wal"), disk.place().resolve("log.db-wal"));
            disk.readOnly();
            assertFault(Fault.READ_ONLY, "has a write-ahead log beside it", () -> openReadOnly(copy));
        }
    }

    @Test
    void what_is_no_log_of_this_library_is_refused_and_stays_what_it_was() throws Exception {
        Path empty = Files.createFile(folder.resolve("empty.db"));
        assertFault(Fault.MISSING, "has no log", () -> openReadOnly(empty));
        assertThat(empty).isEmptyFile();
        Path older = folder.resolve("older.db");
        append(older);
        execute(older, "pragma user_version = 1");
        assertFault(Fault.READ_ONLY, "has schema version 1, this library needs 2", () -> openReadOnly(older));
        execute(older, "pragma user_version = 99");
        assertFault(Fault.NEWER, "has schema version 99", () -> openReadOnly(older));
        Path foreign = folder.resolve("foreign.db");
        execute(foreign, "create table letters (text)");
        assertFault(Fault.FOREIGN, "not one of Daybook's", () -> openReadOnly(foreign));
    }

    @Test
    void tables_of_ones_own_are_not_written_either() throws SQLException {
        Path file = folder.resolve("log.db");
        append(file);
        try (RelationalStorage storage = SqliteStorage.openReadOnly(file);
                Connection own = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            own.setAutoCommit(false);
            assertFault(Fault.READ_ONLY, "for reading only", () -> storage.append(own, Events.append("order_1")));
            assertFault(
                    Fault.READ_ONLY, "for reading only", () -> storage.relationalView("orders", (sql, event) -> {}));
        }
    }

    private void append(Path file) {
        try (Storage storage = open(file)) {
            storage.log().append(Events.append("order_1"));
        }
    }

    private static void execute(Path file, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            connection.createStatement().execute(sql);
        }
    }
}
