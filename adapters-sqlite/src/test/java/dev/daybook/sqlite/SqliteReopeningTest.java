package dev.daybook.sqlite;

import static dev.daybook.testkit.sample.Events.assertFault;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.jooq.RelationalStorage;
import dev.daybook.ports.storage.Fault;
import dev.daybook.ports.storage.Storage;
import dev.daybook.testkit.sample.Events;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to the file while a storage has it open is refused for as long as it lasts, and the same storage goes on after. */
class SqliteReopeningTest {

    private static final int BEFORE = 500;

    @TempDir
    private Path folder;

    private Path place;
    private Path file;
    private Path backup;
    private Storage storage;

    @BeforeEach
    void fill() throws IOException {
        place = Files.createDirectory(folder.resolve("place"));
        file = place.resolve("log.db");
        try (Storage first = SqliteStorage.open(file)) {
            first.log().append(Events.append("order_1", BEFORE));
        }
        backup = Files.copy(file, folder.resolve("backup.db"));
        storage = SqliteStorage.open(file);
    }

    @AfterEach
    void close() {
        storage.close();
    }

    @Test
    void a_deleted_file_is_missing_at_every_attempt_and_not_begun_anew() throws Exception {
        append();
        remove();
        assertRefused(Fault.MISSING, "removed", "Put the file back");
        assertThat(place).isEmptyDirectory();

        Files.copy(backup, file);
        assertWorksWith(BEFORE + 1);
    }

    @Test
    void a_file_deleted_before_it_is_first_read_is_not_begun_anew() throws Exception {
        remove();
        assertFault(Fault.MISSING, "removed", () -> storage.log().head());
        assertFault(Fault.MISSING, "removed", () -> storage.log().head());
        assertThat(place).isEmptyDirectory();

        Files.copy(backup, file);
        assertThat(storage.log().head()).isEqualTo(BEFORE);
    }

    @Test
    void whoever_only_reads_is_told_that_the_file_was_removed() throws Exception {
        assertThat(storage.log().head()).isEqualTo(BEFORE);
        remove();
        assertFault(Fault.MISSING, "removed", () -> storage.log().head());
        assertFault(Fault.MISSING, "removed", () -> Events.all(storage.log()));

        Files.copy(backup, file);
        assertThat(storage.log().head()).isEqualTo(BEFORE);
    }

    @Test
    void whoever_only_reads_is_told_once_that_the_file_was_replaced_and_reads_the_new_one() throws Exception {
        try (Storage other = SqliteStorage.open(backup)) {
            other.log().append(Events.append("order_1"));
        }
        assertThat(storage.log().head()).isEqualTo(BEFORE);
        remove();
        Files.copy(backup, file);
        assertFault(Fault.MISSING, "replaced", () -> storage.log().head());
        assertThat(Events.all(storage.log())).hasSize(BEFORE + 1);
    }

    @Test
    void a_transaction_on_another_file_is_not_joined() throws Exception {
        try (RelationalStorage other = SqliteStorage.open(folder.resolve("other.db"));
                Connection transaction = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            transaction.setAutoCommit(false);
            assertThatThrownBy(() -> other.append(transaction, Events.append("order_1")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("other.db");
        }
        assertThat(storage.log().head()).isEqualTo(BEFORE);
    }

    @Test
    void a_folder_that_is_moved_away_is_missing_until_it_is_back() throws Exception {
        append();
        Path away = Files.move(place, folder.resolve("away"));
        assertRefused(Fault.MISSING, "removed", "Put the file back");
        assertFault(Fault.MISSING, "removed", () -> storage.log().head());
        assertThat(place).doesNotExist();

        Files.move(away, place);
        assertWorksWith(BEFORE + 2);
    }

    @Test
    void a_newer_file_in_its_place_is_refused_until_the_right_one_is_back() throws Exception {
        append();
        replaceBy("pragma user_version = 4711");
        assertFault(Fault.MISSING, "replaced", this::append);
        assertRefused(Fault.NEWER, "schema version 4711", "at least as new");
        assertFault(Fault.NEWER, "schema version 4711", () -> storage.log().head());

        remove();
        Files.copy(backup, file);
        assertWorksWith(BEFORE + 1);
    }

    @Test
    void an_older_file_in_its_place_is_refused_until_the_right_one_is_back() throws Exception {
        replaceBy("pragma user_version = 0");
        assertRefused(Fault.MISSING, "schema version 2, it has 0", "open it again");

        remove();
        Files.copy(backup, file);
        assertWorksWith(BEFORE + 1);
    }

    @Test
    void another_program_s_database_in_its_place_is_foreign_and_stays_as_it_is() throws Exception {
        replaceBy("pragma application_id = 0");
        byte[] before = Files.readAllBytes(file);
        assertRefused(Fault.FOREIGN, "not one of Daybook's", "Give the path");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void an_emptied_file_is_damaged_and_not_begun_anew() throws Exception {
        Files.write(file, new byte[0]);
        assertRefused(Fault.DAMAGED, "emptied", "backup");
        assertThat(file).isEmptyFile();

        Files.copy(backup, file, StandardCopyOption.REPLACE_EXISTING);
        assertWorksWith(BEFORE + 1);
    }

    @Test
    void a_truncated_file_is_damaged_until_it_is_whole_again() throws Exception {
        try (RandomAccessFile cut = new RandomAccessFile(file.toFile(), "rw")) {
            cut.setLength(cut.length() / 2);
        }
        assertRefused(Fault.DAMAGED, "ends earlier", "backup");
        assertFault(Fault.DAMAGED, "ends earlier", () -> Events.all(storage.log()));

        Files.write(file, Files.readAllBytes(backup));
        assertWorksWith(BEFORE + 1);
    }

    @Test
    void a_file_truncated_between_two_appends_is_damaged_until_it_is_whole_again() throws Exception {
        append();
        try (RandomAccessFile cut = new RandomAccessFile(file.toFile(), "rw")) {
            cut.setLength(cut.length() / 2);
        }
        assertFault(Fault.DAMAGED, "backup", () -> Events.all(storage.log()));

        Files.write(file, Files.readAllBytes(backup));
        assertWorksWith(BEFORE + 2);
    }

    private void append() {
        storage.log().append(Events.append("order_2"));
    }

    /** More than once, as the second attempt opens the file again. */
    private void assertRefused(Fault fault, String words, String remedy) {
        for (int attempt = 1; attempt <= 3; attempt++) {
            assertFault(fault, words, this::append);
            assertFault(fault, remedy, this::append);
        }
    }

    private void assertWorksWith(int events) {
        append();
        assertThat(Events.all(storage.log())).hasSize(events);
        assertThat(storage.log().head()).isEqualTo(events);
    }

    private void remove() throws IOException {
        for (String end : new String[] {"", "-wal", "-shm"}) {
            Files.deleteIfExists(Path.of(file + end));
        }
    }

    private void replaceBy(String change) throws IOException, SQLException {
        remove();
        Path other = Files.copy(backup, folder.resolve("other.db"));
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + other);
                Statement statement = connection.createStatement()) {
            statement.execute(change);
        }
        Files.move(other, file);
    }
}
