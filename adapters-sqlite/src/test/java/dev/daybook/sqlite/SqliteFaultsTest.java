package dev.daybook.sqlite;

import static dev.daybook.testkit.sample.Events.allInOrder;
import static dev.daybook.testkit.sample.Events.assertFault;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.AppendResult;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.storage.Fault;
import dev.daybook.ports.storage.Storage;
import dev.daybook.testkit.disk.SmallDisk;
import dev.daybook.testkit.sample.Events;
import dev.daybook.testkit.sample.Photos;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What keeps a file from being a log has a name and a remedy, and does no harm for longer than it lasts. */
class SqliteFaultsTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("log.db");
    }

    @Test
    void a_missing_folder_is_named() {
        assertFault(Fault.MISSING, "Make the folder", () -> SqliteStorage.open(folder.resolve("no/log.db")));
    }

    @Test
    void a_folder_in_place_of_a_file_is_named() {
        assertFault(Fault.MISSING, "is a folder", () -> SqliteStorage.open(folder));
    }

    @Test
    void an_empty_file_becomes_a_log() throws Exception {
        Files.createFile(file);
        try (Storage storage = SqliteStorage.open(file)) {
            assertThat(storage.log().head()).isZero();
        }
    }

    @Test
    void a_file_that_is_no_database_is_foreign_and_stays_as_it_is() throws Exception {
        Files.writeString(file, "Dear diary, today I was not a database.");
        assertFault(Fault.FOREIGN, "not a database", () -> SqliteStorage.open(file));
        assertThat(file).hasContent("Dear diary, today I was not a database.");
    }

    @Test
    void another_program_s_database_is_foreign_and_stays_as_it_is() throws Exception {
        execute("create table diary (entry text)");
        byte[] before = Files.readAllBytes(file);
        assertFault(Fault.FOREIGN, "not one of Daybook's", () -> SqliteStorage.open(file));
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void a_newer_schema_is_refused() throws Exception {
        fill(1);
        execute("pragma user_version = 4711");
        assertFault(Fault.NEWER, "schema version 4711", () -> SqliteStorage.open(file));
    }

    @Test
    void a_truncated_file_is_damaged_until_it_is_whole_again() throws Exception {
        fill(500);
        byte[] whole = Files.readAllBytes(file);
        try (RandomAccessFile cut = new RandomAccessFile(file.toFile(), "rw")) {
            cut.setLength(whole.length / 2);
        }
        assertFault(Fault.DAMAGED, "ends earlier", () -> SqliteStorage.open(file));

        Files.write(file, whole);
        try (Storage storage = SqliteStorage.open(file)) {
            assertThat(Events.all(storage.log())).hasSize(500);
        }
    }

    @Test
    void a_garbled_page_is_damaged_and_read_again_once_it_is_restored() throws Exception {
        fill(500);
        byte[] whole = Files.readAllBytes(file);
        garble(whole.length);
        try (Storage storage = SqliteStorage.open(file)) {
            assertFault(Fault.DAMAGED, "backup", () -> Events.all(storage.log()));

            Files.write(file, whole);
            assertThat(Events.all(storage.log())).hasSize(500);
            assertThat(storage.log().append(Events.append("order_2"))).isInstanceOf(AppendResult.Stored.class);
        }
    }

    @Test
    void a_single_byte_that_the_disk_has_changed_is_damaged_and_not_served() throws Exception {
        try (Storage storage = SqliteStorage.open(file)) {
            storage.log().append(Append.of(Events.event("order_1"), note("order_2"), Events.event("order_3")));
        }
        flipOneByteOf("order_2");
        try (Storage storage = SqliteStorage.open(file);
                EventCursor cursor = storage.log().read(Query.all(), Range.all())) {
            assertFault(Fault.DAMAGED, "position 2", cursor::next);
            assertThat(Events.read(storage.log(), Query.aggregate("order_3"), Range.all()))
                    .hasSize(1);
        }
    }

    private static NewEvent note(String marker) {
        return NewEvent.of(
                UUID.randomUUID(),
                "order_2",
                EventType.of("note_taken"),
                Payload.json("\"the note of " + marker + '"'),
                Events.WHEN);
    }

    private void flipOneByteOf(String marker) throws IOException {
        byte[] content = Files.readAllBytes(file);
        byte[] sought = ("the note of " + marker).getBytes(StandardCharsets.UTF_8);
        int at = 0;
        while (!Arrays.equals(content, at, at + sought.length, sought, 0, sought.length)) {
            at++;
        }
        content[at] ^= 1;
        Files.write(file, content);
    }

    @Test
    void a_lock_that_somebody_holds_is_named_and_harmless_once_released() throws Exception {
        try (Storage storage = SqliteStorage.builder(file)
                        .busyTimeout(Duration.ofMillis(50))
                        .open();
                Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = other.createStatement()) {
            statement.execute("begin immediate");
            assertFault(Fault.LOCKED, "time-out", () -> storage.log().append(Events.append("order_1")));
            assertThat(storage.log().head()).isZero();

            statement.execute("rollback");
            storage.log().append(Events.append("order_1"));
            assertThat(Events.all(storage.log())).hasSize(1);
        }
    }

    @Test
    void a_file_replaced_behind_its_back_is_named_and_then_used() throws Exception {
        fill(3);
        Path copy = Files.copy(file, folder.resolve("copy.db"));
        try (Storage storage = SqliteStorage.open(file)) {
            storage.log().append(Events.append("order_2"));
            Files.delete(file);
            assertFault(
                    Fault.MISSING, "removed or replaced", () -> storage.log().append(Events.append("order_2")));

            Files.deleteIfExists(Path.of(file + "-wal"));
            Files.deleteIfExists(Path.of(file + "-shm"));
            Files.move(copy, file);
            storage.log().append(Events.append("order_3"));
            assertThat(Events.all(storage.log())).hasSize(4);
        }
    }

    @Test
    void a_read_only_file_system_is_named() throws Exception {
        Path place = Files.createDirectory(folder.resolve("disk"));
        try (SmallDisk disk = SmallDisk.mounted(place, "4m")) {
            SqliteStorage.open(disk.place().resolve("log.db")).close();
            disk.readOnly();
            assertFault(
                    Fault.READ_ONLY,
                    "writable",
                    () -> SqliteStorage.open(disk.place().resolve("log.db")));
            assertFault(Fault.READ_ONLY, "folder", () -> SqliteStorage.open(place.resolve("new.db")));

            disk.writable();
            SqliteStorage.open(disk.place().resolve("log.db")).close();
        }
    }

    @Test
    void an_error_of_output_on_a_file_system_that_turned_read_only_is_named_so() throws Exception {
        Path place = Files.createDirectory(folder.resolve("disk"));
        try (SmallDisk disk = SmallDisk.mounted(place, "4m")) {
            SQLException error = new SQLiteException("disk I/O error", SQLiteErrorCode.SQLITE_IOERR_WRITE);
            assertThat(SqliteFaults.of(error, disk.place().resolve("log.db"))).isEqualTo(Fault.FAILED);
            disk.readOnly();
            assertThat(SqliteFaults.of(error, disk.place().resolve("log.db"))).isEqualTo(Fault.READ_ONLY);
        }
    }

    @Test
    void a_file_system_that_becomes_read_only_is_named_and_the_same_storage_writes_once_it_is_not() throws Exception {
        Path place = Files.createDirectory(folder.resolve("disk"));
        try (SmallDisk disk = SmallDisk.mounted(place, "4m");
                Storage storage = SqliteStorage.open(disk.place().resolve("log.db"))) {
            disk.readOnly();
            for (int attempt = 0; attempt < 2; attempt++) {
                assertFault(Fault.READ_ONLY, "writable", () -> storage.log().append(Events.append("order_1")));
            }
            disk.writable();
            storage.log().append(Events.append("order_1"));
            assertThat(Events.all(storage.log())).hasSize(1);
        }
    }

    @Test
    void a_full_disk_is_named_and_forgotten_once_there_is_space() throws Exception {
        Path place = Files.createDirectory(folder.resolve("disk"));
        try (SmallDisk disk = SmallDisk.mounted(place, "4m");
                Storage storage = SqliteStorage.open(disk.place().resolve("log.db"))) {
            Path ballast = Files.write(place.resolve("ballast"), new byte[2 << 20]);
            int stored = Photos.appendUntilFull(storage);
            assertThat(allInOrder(storage)).hasSize(stored);

            Files.delete(ballast);
            storage.log().append(Photos.append());
            assertThat(allInOrder(storage)).hasSize(stored + Photos.EACH);
        }
    }

    private void fill(int events) {
        try (Storage storage = SqliteStorage.open(file)) {
            storage.log().append(Events.append("order_1", events));
        }
    }

    private void garble(int size) throws IOException {
        try (RandomAccessFile target = new RandomAccessFile(file.toFile(), "rw")) {
            int page = 4096;
            for (int at = 20 * page; at + page <= size; at += page) {
                target.seek(at);
                target.write(new byte[64]);
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
